import { useCallback, useEffect, useRef, useState } from 'react';
import { detectSource, type DetectResponse } from '../../../common/api/sources';
import { isAbort } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useServices } from '../../shared/services';
import { readBeginning, requireTextFile } from '../../shared/file_text';

/** Enough for a few long JSON records. */
const BEGINNING = 200_000;
const MAX_BYTES = 1024 ** 3;

export interface Chosen {
  readonly files: readonly File[];
  /** The beginning of the first file. */
  readonly text: string;
  readonly detected: DetectResponse;
}

export interface Recognition {
  readonly isRunning: boolean;
  readonly chosen: Chosen | undefined;
  /** Why the files cannot be used. */
  readonly error: string | undefined;
  choose(files: readonly File[]): Promise<void>;
  reset(): void;
}

/** Reads the beginning of what a person chose and asks which phone system wrote it. @param tooLarge makes the message */
export const useRecognition = (tooLarge: (name: string) => string): Recognition => {
  const { core } = useServices();
  const [isRunning, setRunning] = useState(false);
  const [chosen, setChosen] = useState<Chosen>();
  const [error, setError] = useState<string>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const reset = useCallback(() => {
    controller.current?.abort();
    setRunning(false);
    setChosen(undefined);
    setError(undefined);
  }, []);

  const choose = useCallback(
    async (files: readonly File[]) => {
      reset();
      const [first] = files;
      if (!first) return;
      const { signal } = (controller.current = new AbortController());
      setRunning(true);
      try {
        for (const file of files) {
          if (file.size > MAX_BYTES) throw new Error(tooLarge(file.name));
          await requireTextFile(file);
        }
        const text = await readBeginning(first, BEGINNING);
        const detected = await callApi(core.http, detectSource, {
          body: { text, site: { id: 'preview' } },
          signal,
        });
        if (!signal.aborted) setChosen({ files, text, detected });
      } catch (reason) {
        if (signal.aborted || isAbort(reason)) return;
        setError(reason instanceof Error ? reason.message : String(reason));
      } finally {
        if (!signal.aborted) setRunning(false);
      }
    },
    [core, reset, tooLarge]
  );
  return { isRunning, chosen, error, choose, reset };
};
