import { defineTexts } from '../shared/i18n';

const t = defineTexts({
  'vishing.navigation.appTitle': 'Voice phishing',
  'vishing.navigation.investigateTitle': 'Investigate',
  'vishing.navigation.detectTitle': 'Detect',
  'vishing.navigation.manageTitle': 'Manage',
  'vishing.navigation.rulesLinkText': 'Rules',
  'vishing.navigation.coverageLinkText': 'Coverage',
  'vishing.navigation.suspiciousCallsLinkText': 'Suspicious calls',
  'vishing.navigation.watchlistLinkText': 'Watchlist',
  'vishing.navigation.peopleLinkText': 'People',
  'vishing.navigation.sourcesLinkText': 'Sources',
  'vishing.navigation.setupLinkText': 'Setup',
  'vishing.navigation.menuAriaLabel': 'Voice phishing pages',
});

export const APP_TITLE = t('vishing.navigation.appTitle');
export const MENU_LABEL = t('vishing.navigation.menuAriaLabel');

export interface NavigationPage {
  readonly id: string;
  readonly label: string;
  readonly pathname: string;
  /** True for the pages that stand below it, such as one call below the calls. */
  matches(pathname: string): boolean;
}

export interface NavigationSection {
  readonly id: string;
  readonly label: string;
  readonly pages: readonly NavigationPage[];
}

/** The pages that exist, in the sections of the side navigation. */
export const SECTIONS: readonly NavigationSection[] = [
  {
    id: 'investigate',
    label: t('vishing.navigation.investigateTitle'),
    pages: [
      {
        id: 'suspiciousCalls',
        label: t('vishing.navigation.suspiciousCallsLinkText'),
        pathname: '/',
        matches: (pathname) => pathname === '/' || pathname.startsWith('/calls/'),
      },
      {
        id: 'watchlist',
        label: t('vishing.navigation.watchlistLinkText'),
        pathname: '/numbers',
        matches: (pathname) => pathname.startsWith('/numbers'),
      },
      {
        id: 'people',
        label: t('vishing.navigation.peopleLinkText'),
        pathname: '/people',
        matches: (pathname) => pathname.startsWith('/people'),
      },
    ],
  },
  {
    id: 'detect',
    label: t('vishing.navigation.detectTitle'),
    pages: [
      {
        id: 'rules',
        label: t('vishing.navigation.rulesLinkText'),
        pathname: '/rules',
        matches: (pathname) => pathname.startsWith('/rules'),
      },
      {
        id: 'coverage',
        label: t('vishing.navigation.coverageLinkText'),
        pathname: '/coverage',
        matches: (pathname) => pathname === '/coverage',
      },
    ],
  },
  {
    id: 'manage',
    label: t('vishing.navigation.manageTitle'),
    pages: [
      {
        id: 'sources',
        label: t('vishing.navigation.sourcesLinkText'),
        pathname: '/sources',
        matches: (pathname) => pathname.startsWith('/sources'),
      },
      {
        id: 'setup',
        label: t('vishing.navigation.setupLinkText'),
        pathname: '/setup',
        matches: (pathname) => pathname === '/setup',
      },
    ],
  },
];
