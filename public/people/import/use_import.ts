import { useCallback, useEffect, useRef, useState } from 'react';
import { IMPORT_ROWS, importPeople, type ImportBody } from '../../../common/api/people';
import type { ImportRow } from '../../../common/people/import_fields';
import { isAbort, toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useServices } from '../../shared/services';
import { sendRows, type ImportProgress } from './send_rows';

export type ImportSettings = Pick<ImportBody, 'country' | 'site' | 'zone'>;

export interface Import {
  readonly phase: 'idle' | 'sending' | 'done' | 'cancelled' | 'stopped';
  readonly progress: ImportProgress | undefined;
  /** Why it stopped. */
  readonly error: string | undefined;
  start(rows: readonly ImportRow[], settings: ImportSettings): Promise<void>;
  cancel(): void;
}

/** Sends rows and keeps how far it is; leaving the page cancels it. */
export const useImport = (): Import => {
  const { core } = useServices();
  const [phase, setPhase] = useState<Import['phase']>('idle');
  const [progress, setProgress] = useState<ImportProgress>();
  const [error, setError] = useState<string>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async (rows: readonly ImportRow[], settings: ImportSettings) => {
      const { signal } = (controller.current = new AbortController());
      setPhase('sending');
      setError(undefined);
      try {
        await sendRows({
          rows,
          size: IMPORT_ROWS,
          signal,
          onProgress: setProgress,
          send: (batch) =>
            callApi(core.http, importPeople, { body: { ...settings, rows: [...batch] }, signal }),
        });
        setPhase('done');
      } catch (reason) {
        if (signal.aborted || isAbort(reason)) setPhase('cancelled');
        else {
          setError(toApiError(reason).message);
          setPhase('stopped');
        }
      }
    },
    [core]
  );
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { phase, progress, error, start, cancel };
};
