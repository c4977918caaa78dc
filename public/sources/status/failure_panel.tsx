import { EuiBasicTable, EuiButton, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { SourceStatus } from '../../../common/api/sources';
import { formatCount, formatShare } from '../../shared/format/number';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import { ReplayModal } from './replay_modal';

type Failure = SourceStatus['failures'][number];

/** Why records of one source failed, most frequent first, and the way to read them again. */
export const FailurePanel = ({
  status,
  title,
  onChanged,
}: {
  status: SourceStatus;
  title: string;
  onChanged: () => void;
}): ReactElement => {
  const { canManage } = useServices();
  const [isReplaying, setReplaying] = useState(false);
  const { failures, failed } = status;
  return (
    <EuiPanel color="transparent" paddingSize="s" data-test-subj="failurePanel">
      <EuiTitle size="xxs">
        <h2>{t('vishing.sources.failuresTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {failures.length === 0 ? (
        <EuiText size="s" color="subdued">
          <p>{t('vishing.sources.noFailuresDescription')}</p>
        </EuiText>
      ) : (
        <EuiBasicTable<Failure>
          compressed
          tableCaption={t('vishing.sources.failuresTitle')}
          items={[...failures]}
          itemId="type"
          columns={[
            { field: 'example', name: t('vishing.sources.reasonColumnTitle'), width: '75%' },
            {
              name: t('vishing.sources.recordsColumnTitle'),
              render: ({ records }: Failure) => formatCount(records),
            },
            {
              name: t('vishing.sources.shareColumnTitle'),
              render: ({ records }: Failure) => formatShare(records / Math.max(1, failed)),
            },
          ]}
        />
      )}
      <EuiSpacer size="s" />
      {canManage && failed > 0 ? (
        <EuiButton
          size="s"
          iconType="refresh"
          onClick={() => setReplaying(true)}
          data-test-subj="replayButton"
        >
          {t('vishing.sources.replayButtonLabel')}
        </EuiButton>
      ) : null}
      {isReplaying ? (
        <ReplayModal
          status={status}
          title={title}
          onClose={() => {
            setReplaying(false);
            onChanged();
          }}
        />
      ) : null}
    </EuiPanel>
  );
};
