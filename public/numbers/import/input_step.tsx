import {
  EuiButton,
  EuiButtonGroup,
  EuiCallOut,
  EuiFilePicker,
  EuiFormRow,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  EuiTitle,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { t } from '../translations';

const MODES = [
  { id: 'file', label: t('vishing.numbers.fileModeLabel') },
  { id: 'paste', label: t('vishing.numbers.pasteModeLabel') },
];

interface InputStepProps {
  readonly error: string | undefined;
  onFile(file: File | undefined): void;
}

const Paste = ({ onText }: { onText: (text: string) => void }): ReactElement => {
  const [text, setText] = useState('');
  return (
    <>
      <EuiFormRow fullWidth label={t('vishing.numbers.pasteLabel')}>
        <EuiTextArea
          fullWidth
          rows={5}
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
        data-test-subj="readPastedButton"
      >
        {t('vishing.numbers.readPastedButtonLabel')}
      </EuiButton>
    </>
  );
};

/** A file is dragged or chosen, or numbers are pasted. */
export const InputStep = ({ error, onFile }: InputStepProps): ReactElement => {
  const [mode, setMode] = useState('file');
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{t('vishing.numbers.chooseTitle')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{t('vishing.numbers.formatsDescription')}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiButtonGroup
        legend={t('vishing.numbers.inputModeLegend')}
        options={MODES.map((one) => ({ ...one, 'data-test-subj': `inputMode-${one.id}` }))}
        idSelected={mode}
        buttonSize="compressed"
        onChange={(id) => {
          setMode(id);
          onFile(undefined);
        }}
      />
      <EuiSpacer size="m" />
      {mode === 'file' ? (
        <EuiFilePicker
          fullWidth
          initialPromptText={t('vishing.numbers.filePickerPrompt')}
          aria-label={t('vishing.numbers.filePickerPrompt')}
          onChange={(files) => onFile(files?.[0])}
          data-test-subj="filePicker"
        />
      ) : (
        <Paste onText={(text) => onFile(new File([text], 'pasted.txt'))} />
      )}
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
