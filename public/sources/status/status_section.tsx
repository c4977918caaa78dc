import {
  EuiButton,
  EuiButtonEmpty,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiSuperDatePicker,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { useAppLink } from '../../shared/app_link';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { useUrlState } from '../../shared/url/use_url_state';
import { t } from '../translations';
import { useCatalogue } from '../use_catalogue';
import { StatusTable } from './status_table';
import { statusUrlSchema, useSourceStatus } from './use_source_status';

const NothingYet = (): ReactElement => {
  const link = useAppLink();
  return (
    <EuiEmptyPrompt
      iconType="importAction"
      title={<h2>{t('vishing.sources.emptyTitle')}</h2>}
      body={<p>{t('vishing.sources.emptyDescription')}</p>}
      actions={[
        <EuiButton key="upload" fill {...link({ pathname: '/sources/upload' })}>
          {t('vishing.sources.uploadButtonLabel')}
        </EuiButton>,
        <EuiButtonEmpty key="systems" {...link({ pathname: '/sources/systems' })}>
          {t('vishing.sources.catalogueButtonLabel')}
        </EuiButtonEmpty>,
      ]}
      data-test-subj="noSources"
    />
  );
};

/** Does every source arrive, in time, understood? */
export const StatusSection = (): ReactElement => {
  const [{ from, to, open }, setUrl] = useUrlState(statusUrlSchema);
  const { data, error, isLoading, reload } = useSourceStatus(from, to);
  const catalogue = useCatalogue();
  const what = t('vishing.sources.theStatesLabel');
  return (
    <>
      <EuiFlexGroup justifyContent="flexEnd" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiSuperDatePicker
            width="auto"
            start={from}
            end={to}
            isLoading={isLoading}
            onTimeChange={({ start, end }) => {
              if (start === from && end === to) reload();
              else setUrl({ from: start, to: end });
            }}
            onRefresh={reload}
            data-test-subj="datePicker"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {error ? (
        <>
          <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
          <EuiSpacer size="m" />
        </>
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={5} heightPx={56} /> : null}
      {data?.statuses.length === 0 ? <NothingYet /> : null}
      {data && data.statuses.length > 0 ? (
        <StatusTable
          statuses={data.statuses}
          sources={catalogue.data}
          nowMs={data.nowMs}
          open={open}
          onOpen={(id) => setUrl({ open: id }, { replace: true })}
          onChanged={reload}
        />
      ) : null}
    </>
  );
};
