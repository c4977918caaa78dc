import { t } from './translations';

const LABELS: Readonly<Record<string, string>> = {
  manual: t('vishing.people.manualSourceLabel'),
  entra_id: t('vishing.people.entra_idSourceLabel'),
  ad: t('vishing.people.adSourceLabel'),
  okta: t('vishing.people.oktaSourceLabel'),
  duo: t('vishing.people.duoSourceLabel'),
  logons: t('vishing.people.logonsSourceLabel'),
};

/** Where a person is known from, in words. */
export const sourceLabel = (source: string): string => LABELS[source] ?? source;
