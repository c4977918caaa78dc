import { useCallback, useState } from 'react';
import { readBeginning, requireTextFile, UnreadableFileError } from '../../shared/file_text';
import { guessCountry } from '../entry/entry_fields';
import { BEGINNING, guessSettings, type ImportSettings } from './import_settings';

/** A list that was chosen or pasted, with its beginning. */
export interface ChosenFile {
  readonly file: File;
  readonly beginning: string;
  /** As guessed. */
  readonly settings: ImportSettings;
}

/** Reads the beginning of a file, by which its layout is recognised. */
export const useChosenFile = () => {
  const [chosen, setChosen] = useState<ChosenFile>();
  const [error, setError] = useState<string>();
  const choose = useCallback(async (file: File | undefined): Promise<void> => {
    setChosen(undefined);
    setError(undefined);
    if (!file) return;
    try {
      await requireTextFile(file);
      const beginning = await readBeginning(file, BEGINNING);
      const country = guessCountry(navigator.language);
      setChosen({ file, beginning, settings: guessSettings(file.name, beginning, country) });
    } catch (reason) {
      if (!(reason instanceof UnreadableFileError)) throw reason;
      setError(reason.message);
    }
  }, []);
  return { chosen, error, choose };
};
