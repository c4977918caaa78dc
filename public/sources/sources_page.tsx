import { EuiPageTemplate } from '@elastic/eui';
import type { ReactElement } from 'react';
import { useAppLink } from '../shared/app_link';
import { usePageTitle } from '../shared/use_page_title';
import { Catalogue } from './catalogue/catalogue';
import { StatusSection } from './status/status_section';
import { t } from './translations';
import { UploadSection } from './upload/upload_section';

const TABS = [
  { id: 'status', path: '/sources', label: t('vishing.sources.statusTabLabel') },
  { id: 'upload', path: '/sources/upload', label: t('vishing.sources.uploadTabLabel') },
  { id: 'catalogue', path: '/sources/systems', label: t('vishing.sources.catalogueTabLabel') },
] as const;
export type SourcesTab = (typeof TABS)[number]['id'];

const PAGE = t('vishing.sources.pageTitle');
const CRUMBS = {
  status: [{ text: PAGE }],
  upload: [{ text: PAGE, pathname: '/sources' }, { text: t('vishing.sources.uploadTabLabel') }],
  catalogue: [
    { text: PAGE, pathname: '/sources' },
    { text: t('vishing.sources.catalogueTabLabel') },
  ],
} as const;

const SECTIONS: Readonly<Record<SourcesTab, () => ReactElement>> = {
  status: StatusSection,
  upload: UploadSection,
  catalogue: Catalogue,
};

/** Does every phone system arrive, in time, understood? */
export const SourcesPage = ({ tab }: { tab: SourcesTab }): ReactElement => {
  usePageTitle(CRUMBS[tab]);
  const link = useAppLink();
  const Section = SECTIONS[tab];
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={PAGE}
        description={t('vishing.sources.pageDescription')}
        paddingSize="m"
        tabsProps={{ 'aria-label': t('vishing.sources.tabsAriaLabel') }}
        tabs={TABS.map(({ id, path, label }) => ({
          label,
          isSelected: id === tab,
          'data-test-subj': `sourcesTab-${id}`,
          ...link({ pathname: path }),
        }))}
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj={`sourcesPage-${tab}`}>
        <Section />
      </EuiPageTemplate.Section>
    </>
  );
};
