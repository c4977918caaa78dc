import { useCallback, useEffect, useRef, useState } from 'react';
import { storeRecords } from '../../../common/api/sources';
import type { Site } from '../../../common/model/call';
import type { RecordMapping } from '../../../common/model/mapping';
import type { RecordFormat } from '../../../common/model/source';
import { isAbort, toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useServices } from '../../shared/services';
import { UnreadableFileError } from '../../shared/file_text';
import { uploadRecords, type UploadProgress } from './upload_records';

export interface UploadRequest {
  readonly files: readonly File[];
  readonly format: RecordFormat;
  readonly source: string;
  readonly site: Site;
  readonly mapping?: RecordMapping;
}

export interface Upload {
  readonly phase: 'idle' | 'sending' | 'done' | 'cancelled' | 'stopped';
  readonly progress: UploadProgress | undefined;
  /** Records a second since it began. */
  readonly rate: number;
  /** Why it stopped. */
  readonly error: string | undefined;
  start(request: UploadRequest): Promise<void>;
  cancel(): void;
  reset(): void;
}

/** The page is drawn at most so often while records are sent. */
const DRAW_EVERY_MS = 200;

/** Sends files and keeps how far it is; leaving the page cancels it. */
export const useUpload = (): Upload => {
  const { core } = useServices();
  const [phase, setPhase] = useState<Upload['phase']>('idle');
  const [progress, setProgress] = useState<UploadProgress>();
  const [rate, setRate] = useState(0);
  const [error, setError] = useState<string>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async ({ files, format, source, site, mapping }: UploadRequest) => {
      const { signal } = (controller.current = new AbortController());
      const begunMs = performance.now();
      let drawnMs = 0;
      let latest: UploadProgress | undefined;
      const draw = (next: UploadProgress): void => {
        latest = next;
        const nowMs = performance.now();
        if (nowMs - drawnMs < DRAW_EVERY_MS && !next.waiting) return;
        drawnMs = nowMs;
        setProgress(next);
        setRate(Math.round((next.sent / Math.max(1, nowMs - begunMs)) * 1000));
      };
      setPhase('sending');
      setError(undefined);
      setProgress(undefined);
      try {
        const base = { source, site, ...(mapping === undefined ? {} : { mapping }) };
        latest = await uploadRecords({
          files,
          format,
          signal,
          onProgress: draw,
          send: (file, records) =>
            callApi(core.http, storeRecords, { body: { ...base, file, records }, signal }),
        });
        setPhase('done');
      } catch (reason) {
        if (signal.aborted || isAbort(reason)) setPhase('cancelled');
        else {
          setError(
            reason instanceof UnreadableFileError ? reason.message : toApiError(reason).message
          );
          setPhase('stopped');
        }
      } finally {
        setProgress(latest);
      }
    },
    [core]
  );
  const cancel = useCallback(() => controller.current?.abort(), []);
  const reset = useCallback(() => {
    controller.current?.abort();
    setPhase('idle');
    setProgress(undefined);
  }, []);
  return { phase, progress, rate, error, start, cancel, reset };
};
