import { EuiCallOut, EuiPageTemplate, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { QueryState } from '../api/use_query';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { usePageTitle } from '../shared/use_page_title';
import { AssetGroups } from './asset_groups';
import { InstallPanel } from './install_panel';
import { ResolverPanel } from './resolver_panel';
import { RetentionPanel } from './retention_panel';
import { t } from './translations';
import { useInstallation, useSetup, type SetupState } from './use_setup';

const CRUMBS = [{ text: t('vishing.setup.pageTitle') }];

const Content = ({
  query,
  status,
}: {
  query: QueryState<SetupState>;
  status: SetupState;
}): ReactElement => {
  const installation = useInstallation(query.reload);
  return (
    <>
      <InstallPanel status={status} installation={installation} />
      {status.rulesError === undefined ? null : (
        <>
          <EuiCallOut
            announceOnMount
            size="s"
            color="warning"
            iconType="warning"
            title={t('vishing.setup.rulesUnknownTitle')}
            data-test-subj="rulesUnknown"
          >
            <p>{status.rulesError}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      <AssetGroups assets={status.assets} results={installation.results} />
      <EuiSpacer size="m" />
      <ResolverPanel resolver={status.resolver} onChanged={query.reload} />
      <EuiSpacer size="m" />
      <RetentionPanel />
    </>
  );
};

/** Is everything installed and healthy? */
export const SetupPage = (): ReactElement => {
  const query = useSetup();
  usePageTitle(CRUMBS);
  const { data, error, reload } = query;
  const what = t('vishing.setup.theSetupLabel');
  return (
    <>
      <EuiPageTemplate.Header
        pageTitle={t('vishing.setup.pageTitle')}
        description={t('vishing.setup.pageDescription')}
        paddingSize="m"
      />
      <EuiPageTemplate.Section paddingSize="m" data-test-subj="setupPage">
        {error ? (
          <>
            <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
            <EuiSpacer size="m" />
          </>
        ) : null}
        {data ? <Content query={query} status={data} /> : null}
        {!data && !error ? <SkeletonRows what={what} rows={6} heightPx={44} /> : null}
      </EuiPageTemplate.Section>
    </>
  );
};
