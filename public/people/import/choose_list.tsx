import {
  EuiCallOut,
  EuiFilePicker,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { t } from '../translations';
import { readList, type PeopleFile } from './read_list';

/** A list is dragged here or chosen, and read. */
export const ChooseList = ({
  onList,
}: {
  onList: (list: PeopleFile | undefined) => void;
}): ReactElement => {
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<string>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const choose = async (file: File | undefined): Promise<void> => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    onList(undefined);
    setError(undefined);
    setReading(file !== undefined);
    if (!file) return;
    try {
      const list = await readList(file, signal);
      if (!signal.aborted) onList(list);
    } catch (reason) {
      if (!signal.aborted) setError(reason instanceof Error ? reason.message : String(reason));
    } finally {
      if (!signal.aborted) setReading(false);
    }
  };
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{t('vishing.people.chooseTitle')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{t('vishing.people.chooseDescription')}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiFilePicker
        fullWidth
        initialPromptText={t('vishing.people.filePickerPrompt')}
        aria-label={t('vishing.people.filePickerPrompt')}
        onChange={(files) => void choose(files?.[0])}
        data-test-subj="peopleFilePicker"
      />
      {isReading ? (
        <>
          <EuiSpacer size="s" />
          <EuiProgress
            size="xs"
            aria-label={t('vishing.people.readingLabel')}
            label={t('vishing.people.readingLabel')}
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
            data-test-subj="listError"
          />
        </>
      )}
    </EuiPanel>
  );
};
