import {
  EuiButton,
  EuiButtonGroup,
  EuiCallOut,
  EuiFilePicker,
  EuiFormRow,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiTextArea,
  EuiTitle,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { t } from '../translations';
import type { Recognition } from './use_recognition';

type Mode = 'files' | 'paste';

const MODES: { id: Mode; label: string; 'data-test-subj': string }[] = [
  { id: 'files', label: t('vishing.sources.fileModeLabel'), 'data-test-subj': 'filesMode' },
  { id: 'paste', label: t('vishing.sources.pasteModeLabel'), 'data-test-subj': 'pasteMode' },
];

const Paste = ({ onText }: { onText: (text: string) => void }): ReactElement => {
  const [text, setText] = useState('');
  return (
    <>
      <EuiFormRow
        fullWidth
        label={t('vishing.sources.pasteLabel')}
        helpText={t('vishing.sources.pasteHelpText')}
      >
        <EuiTextArea
          fullWidth
          rows={6}
          value={text}
          onChange={({ target }) => setText(target.value)}
          data-test-subj="pasteText"
        />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiButton
        size="s"
        isDisabled={text.trim() === ''}
        onClick={() => onText(text)}
        data-test-subj="recogniseButton"
      >
        {t('vishing.sources.recogniseButtonLabel')}
      </EuiButton>
    </>
  );
};

/** Files are dragged or chosen, or records are pasted; both are read from here on as files. */
export const InputStep = ({ recognition }: { recognition: Recognition }): ReactElement => {
  const [mode, setMode] = useState<Mode>('files');
  const { isRunning, error, choose, reset } = recognition;
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{t('vishing.sources.chooseTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiButtonGroup
        legend={t('vishing.sources.inputModeLegend')}
        options={MODES}
        idSelected={mode}
        buttonSize="compressed"
        onChange={(id) => {
          setMode(id as Mode);
          reset();
        }}
      />
      <EuiSpacer size="m" />
      {mode === 'files' ? (
        <EuiFilePicker
          multiple
          fullWidth
          initialPromptText={t('vishing.sources.filePickerPrompt')}
          aria-label={t('vishing.sources.filePickerPrompt')}
          onChange={(files) => void choose([...(files ?? [])])}
          data-test-subj="filePicker"
        />
      ) : (
        <Paste onText={(text) => void choose([new File([text], 'pasted.txt')])} />
      )}
      {isRunning ? (
        <>
          <EuiSpacer size="s" />
          <EuiProgress
            size="xs"
            aria-label={t('vishing.sources.recognisingLabel')}
            label={t('vishing.sources.recognisingLabel')}
          />
        </>
      ) : null}
      {error === undefined ? null : (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            announceOnMount
            size="s"
            color="danger"
            iconType="warning"
            title={error}
            data-test-subj="inputError"
          />
        </>
      )}
    </EuiPanel>
  );
};
