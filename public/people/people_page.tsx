import { EuiPageTemplate } from '@elastic/eui';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { useAppLink } from '../shared/app_link';
import { useUrlState } from '../shared/url/use_url_state';
import { usePageTitle, type Crumb } from '../shared/use_page_title';
import { ConflictsSection } from './conflicts/conflicts_section';
import { DirectorySection } from './directory/directory_section';
import { ImportSection } from './import/import_section';
import { t } from './translations';
import { UnresolvedSection } from './unresolved/unresolved_section';

/** A tab is no path of its own: `/people/<id>` is a person, whatever the id is. */
const TABS = ['directory', 'import', 'conflicts', 'unresolved'] as const;
type PeopleTab = (typeof TABS)[number];

const tabUrlSchema = z.object({ tab: z.enum(TABS).catch('directory').default('directory') });

const PATH = '/people';
const PAGE = t('vishing.people.pageTitle');
const searchOf = (tab: PeopleTab): string => (tab === 'directory' ? '' : `?tab=${tab}`);

const crumbsOf = (tab: PeopleTab): readonly Crumb[] =>
  tab === 'directory'
    ? [{ text: PAGE }]
    : [{ text: PAGE, pathname: PATH }, { text: t(`vishing.people.${tab}TabLabel`) }];
const CRUMBS: Readonly<Record<PeopleTab, readonly Crumb[]>> = {
  directory: crumbsOf('directory'),
  import: crumbsOf('import'),
  conflicts: crumbsOf('conflicts'),
  unresolved: crumbsOf('unresolved'),
};

const SECTIONS: Readonly<Record<PeopleTab, () => ReactElement>> = {
  directory: DirectorySection,
  import: ImportSection,
  conflicts: ConflictsSection,
  unresolved: UnresolvedSection,
};

/** Whose phone is it: all people, and what is not known yet. */
export const PeoplePage = (): ReactElement => {
  const [{ tab }] = useUrlState(tabUrlSchema);
  usePageTitle(CRUMBS[tab]);
  const link = useAppLink();
  const Section = SECTIONS[tab];
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={PAGE}
        description={t('vishing.people.pageDescription')}
        paddingSize="m"
        tabsProps={{ 'aria-label': t('vishing.people.tabsAriaLabel') }}
        tabs={TABS.map((id) => ({
          label: t(`vishing.people.${id}TabLabel`),
          isSelected: id === tab,
          'data-test-subj': `peopleTab-${id}`,
          ...link({ pathname: PATH, search: searchOf(id) }),
        }))}
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj={`peoplePage-${tab}`}>
        <Section />
      </EuiPageTemplate.Section>
    </>
  );
};
