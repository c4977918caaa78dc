import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { useCallback, useState, type ReactElement } from 'react';
import { getDirectorySync, runDirectorySync, type SyncStatus } from '../../../common/api/people';
import { toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useQuery } from '../../api/use_query';
import { Instant } from '../../shared/instant';
import { useServices } from '../../shared/services';
import { sourceLabel } from '../source_label';
import { Notice } from '../../shared/states/notice';
import { t } from '../translations';

const sourcesText = ({ sources }: SyncStatus): string =>
  sources.length === 0
    ? t('vishing.people.syncNoSourcesDescription')
    : sources
        .map(({ source, people }) =>
          t('vishing.people.syncSourcesLabel', { source: sourceLabel(source), people })
        )
        .join(', ');

const State = ({ status }: { status: SyncStatus }): ReactElement => {
  const { scheduled, last_run: lastRun } = status;
  if (!scheduled) return <p>{t('vishing.people.syncNotScheduledDescription')}</p>;
  if (lastRun === undefined) return <p>{t('vishing.people.syncNeverDescription')}</p>;
  return (
    <p>
      {t('vishing.people.syncDescription')} <Instant value={lastRun} /> ({sourcesText(status)})
    </p>
  );
};

/** When people were last read from other directories. Nothing is shown while that is not known: the list does not need it. */
export const SyncLine = ({ onDone }: { onDone: () => void }): ReactElement | null => {
  const { core, canManage } = useServices();
  const [message, setMessage] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getDirectorySync, { signal }),
    [core]
  );
  const { data, reload } = useQuery(load);
  if (!data) return null;
  const run = async (): Promise<void> => {
    try {
      await callApi(core.http, runDirectorySync, {});
      setMessage(t('vishing.people.syncStartedLabel'));
      reload();
      onDone();
    } catch (error) {
      setMessage(toApiError(error).message);
    }
  };
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued" data-test-subj="syncState">
            <State status={data} />
          </EuiText>
        </EuiFlexItem>
        {canManage && data.scheduled ? (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              iconType="refresh"
              onClick={() => void run()}
              data-test-subj="syncNowButton"
            >
              {t('vishing.people.syncButtonLabel')}
            </EuiButtonEmpty>
          </EuiFlexItem>
        ) : null}
        <EuiFlexItem grow={false}>
          <EuiText size="xs" role="status">
            {message}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      {data.last_error === undefined ? null : (
        <Notice
          title={t('vishing.people.syncFailedTitle', { reason: data.last_error })}
          data-test-subj="syncFailed"
        />
      )}
      <EuiSpacer size="m" />
    </>
  );
};
