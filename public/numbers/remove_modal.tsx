import {
  EuiButton,
  EuiButtonEmpty,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiProgress,
  EuiSpacer,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import {
  removeFromWatchlist,
  removeMatching,
  type ListedEntry,
  type WatchlistFilter,
} from '../../common/api/watchlist';
import { callApi } from '../api/call_api';
import { useServices } from '../shared/services';
import { Notice } from '../shared/states/notice';
import { t } from './translations';
import { useLongWork } from './use_long_work';

/** Some entries, or all that fit a filter. */
export type Removal =
  | { readonly entries: readonly ListedEntry[] }
  | { readonly filter: WatchlistFilter; readonly total: number };

interface RemoveModalProps {
  readonly removal: Removal;
  onClose(): void;
  /** Called when all were removed, or a part before it was cancelled. */
  onRemoved(): void;
}

const countOf = (removal: Removal): number =>
  'entries' in removal ? removal.entries.length : removal.total;

const useRemoval = ({ removal, onRemoved }: RemoveModalProps) => {
  const { core } = useServices();
  const work = useLongWork<number>();
  const removeListed = async (
    entries: readonly ListedEntry[],
    signal: AbortSignal
  ): Promise<void> => {
    const named = entries.map(({ number, kind }) => ({ number, kind }));
    await callApi(core.http, removeFromWatchlist, { body: { entries: named }, signal });
  };
  const run = async (): Promise<void> => {
    const outcome = await work.start(async ({ signal, tell }) => {
      if ('entries' in removal) return removeListed(removal.entries, signal);
      let removed = 0;
      for (;;) {
        const body = { filter: removal.filter };
        const answer = await callApi(core.http, removeMatching, { body, signal });
        removed += answer.removed;
        tell(removed);
        if (answer.remaining === 0 || answer.removed === 0) return;
      }
    });
    if (outcome !== 'failed') onRemoved();
  };
  return { ...work, run };
};

/** Asks before entries are removed, and shows how far it is. */
export const RemoveModal = (props: RemoveModalProps): ReactElement => {
  const { removal, onClose } = props;
  const titleId = useGeneratedHtmlId();
  const { phase, progress = 0, error, run, cancel } = useRemoval(props);
  const count = countOf(removal);
  const isRunning = phase === 'running';
  const close = (): void => {
    cancel();
    onClose();
  };
  return (
    <EuiModal onClose={close} aria-labelledby={titleId} data-test-subj="removeModal">
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          {t('vishing.numbers.removeTitle', { count })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s">
          <p>{t('vishing.numbers.removeDescription')}</p>
        </EuiText>
        <EuiSpacer size="s" />
        {isRunning ? (
          <EuiProgress
            value={progress}
            max={Math.max(1, count)}
            size="m"
            aria-label={t('vishing.numbers.removedLabel', { removed: progress })}
            label={t('vishing.numbers.removedLabel', { removed: progress })}
          />
        ) : null}
        {error === undefined ? null : (
          <Notice color="danger" title={error} data-test-subj="removeError" />
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={close}>{t('vishing.numbers.cancelButtonLabel')}</EuiButtonEmpty>
        <EuiButton
          fill
          color="danger"
          isLoading={isRunning}
          onClick={() => void run()}
          data-test-subj="confirmRemoveButton"
        >
          {t('vishing.numbers.removeButtonLabel', { count })}
        </EuiButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
