import { EuiButton, EuiPageTemplate } from '@elastic/eui';
import type { ReactElement } from 'react';
import { useAppLink } from '../shared/app_link';
import { useServices } from '../shared/services';
import { useUrlState } from '../shared/url/use_url_state';
import { usePageTitle } from '../shared/use_page_title';
import { ImportSection } from './import/import_section';
import { ListSection } from './list_section';
import { listStateSchema, type ListState } from './list_state';
import { t } from './translations';

const TABS: readonly { id: ListState['tab']; search: string; label: string }[] = [
  { id: 'list', search: '', label: t('vishing.numbers.listTabLabel') },
  { id: 'import', search: '?tab=import', label: t('vishing.numbers.importTabLabel') },
];
const CRUMBS = [{ text: t('vishing.numbers.pageTitle') }];

/** Which numbers are bad, trusted or our own? */
export const WatchlistPage = (): ReactElement => {
  const [state, setState] = useUrlState(listStateSchema);
  const { canManage } = useServices();
  const link = useAppLink();
  usePageTitle(CRUMBS);
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={t('vishing.numbers.pageTitle')}
        description={t('vishing.numbers.pageDescription')}
        paddingSize="m"
        rightSideItems={
          canManage
            ? [
                <EuiButton
                  key="add"
                  fill
                  iconType="plusInCircle"
                  onClick={() => setState({ tab: 'list', edit: 'new' })}
                  data-test-subj="addEntryButton"
                >
                  {t('vishing.numbers.addButtonLabel')}
                </EuiButton>,
              ]
            : []
        }
        tabsProps={{ 'aria-label': t('vishing.numbers.tabsAriaLabel') }}
        tabs={TABS.map(({ id, search, label }) => ({
          label,
          isSelected: id === state.tab,
          'data-test-subj': `numbersTab-${id}`,
          ...link({ pathname: '/numbers', search }),
        }))}
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj={`numbersPage-${state.tab}`}>
        {state.tab === 'list' ? (
          <ListSection state={state} setState={setState} />
        ) : (
          <ImportSection />
        )}
      </EuiPageTemplate.Section>
    </>
  );
};
