import { EuiCallOut, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { useCallback, useState, type ReactElement } from 'react';
import { previewRecords, type CutRecord, type RecordPreview } from '../../../../common/api/sources';
import type { Site } from '../../../../common/model/call';
import type { RecordMapping } from '../../../../common/model/mapping';
import { callApi } from '../../../api/call_api';
import { useQuery } from '../../../api/use_query';
import { useServices } from '../../../shared/services';
import { LoadError } from '../../../shared/states/load_error';
import { SkeletonRows } from '../../../shared/states/skeleton_rows';
import { t } from '../../translations';
import { PreviewTable } from './preview_table';
import { RecordView } from './record_view';

export interface PreviewRequest {
  readonly source: string;
  readonly site: Site;
  readonly mapping?: RecordMapping;
  readonly records: CutRecord[];
}

const Previews = ({ previews }: { previews: readonly RecordPreview[] }): ReactElement => {
  const [chosen, setChosen] = useState(0);
  const shown = previews[chosen] ?? previews[0];
  return (
    <>
      <PreviewTable previews={previews} chosen={chosen} onChoose={setChosen} />
      <EuiSpacer size="m" />
      {shown ? <RecordView preview={shown} /> : null}
    </>
  );
};

/** The first records, raw beside what becomes of them. @param request must be stable while nothing changes */
export const PreviewStep = ({ request }: { request: PreviewRequest }): ReactElement => {
  const { core } = useServices();
  const load = useCallback(
    async (signal: AbortSignal) => {
      if (request.records.length === 0) return { previews: [] };
      const { source, site, mapping, records } = request;
      const body = { source, site, records, ...(mapping === undefined ? {} : { mapping }) };
      return callApi(core.http, previewRecords, { body, signal });
    },
    [core, request]
  );
  const { data, error, reload } = useQuery(load);
  const what = t('vishing.sources.previewLabel');
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="previewStep">
      <EuiTitle size="xs">
        <h2>{t('vishing.sources.previewTitle')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{t('vishing.sources.previewDescription')}</p>
      </EuiText>
      <EuiSpacer size="s" />
      {error ? (
        <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={4} heightPx={32} /> : null}
      {data && request.records.length === 0 ? (
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="warning"
          title={t('vishing.sources.noRecordsDescription')}
          data-test-subj="noRecords"
        />
      ) : null}
      {data && data.previews.length > 0 ? <Previews previews={data.previews} /> : null}
    </EuiPanel>
  );
};
