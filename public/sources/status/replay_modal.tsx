import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
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
import { useState, type ReactElement } from 'react';
import type { SourceStatus } from '../../../common/api/sources';
import { EMPTY_SITE, siteErrors, toSite, type SiteFields } from '../site/site_fields';
import { SiteForm } from '../site/site_form';
import { t } from '../translations';
import { useReplay, type Replay } from './use_replay';

const Outcome = ({ replay }: { replay: Replay }): ReactElement | null => {
  const { phase, progress, error } = replay;
  const { read, repaired, total } = progress;
  if (phase === 'idle') return null;
  return (
    <>
      <EuiSpacer size="m" />
      {phase === 'running' ? (
        <EuiProgress
          value={read}
          max={Math.max(1, total)}
          size="m"
          label={t('vishing.sources.replayProgressLabel', { read, total, repaired })}
          aria-label={t('vishing.sources.replayProgressLabel', { read, total, repaired })}
          data-test-subj="replayProgress"
        />
      ) : (
        <EuiCallOut
          announceOnMount
          size="s"
          color={error === undefined ? 'success' : 'danger'}
          iconType={error === undefined ? 'check' : 'warning'}
          title={
            error === undefined
              ? t('vishing.sources.replayDoneTitle', { repaired, read })
              : t('vishing.sources.replayStoppedTitle', { message: error })
          }
          data-test-subj="replayDone"
        />
      )}
    </>
  );
};

/** Reads failed records again, with corrected settings where the old ones were wrong. */
export const ReplayModal = ({
  status,
  title,
  onClose,
}: {
  status: SourceStatus;
  title: string;
  onClose: () => void;
}): ReactElement => {
  const titleId = useGeneratedHtmlId();
  const replay = useReplay(status.source, status.site);
  const [fields, setFields] = useState<SiteFields>({ ...EMPTY_SITE, id: status.site });
  const isRunning = replay.phase === 'running';
  const hasErrors = Object.keys(siteErrors(fields)).length > 0;
  const close = (): void => {
    replay.cancel();
    onClose();
  };
  return (
    <EuiModal onClose={close} aria-labelledby={titleId} data-test-subj="replayModal">
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          {t('vishing.sources.replayTitle', { source: title })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s">
          <p>{t('vishing.sources.replayDescription')}</p>
        </EuiText>
        <EuiSpacer size="m" />
        <SiteForm fields={fields} onChange={setFields} isFixed />
        <Outcome replay={replay} />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={close} data-test-subj="replayCloseButton">
          {isRunning
            ? t('vishing.sources.cancelButtonLabel')
            : t('vishing.sources.closeButtonLabel')}
        </EuiButtonEmpty>
        <EuiButton
          fill
          isLoading={isRunning}
          isDisabled={hasErrors}
          onClick={() => {
            const { id: _, ...settings } = toSite(fields);
            void replay.start(settings);
          }}
          data-test-subj="replayStartButton"
        >
          {t('vishing.sources.replayStartButtonLabel')}
        </EuiButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
