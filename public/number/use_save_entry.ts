import { useCallback, useState } from 'react';
import { putWatchlist } from '../../common/api/directory';
import type { CoveringEntry } from '../../common/api/number';
import { callApi } from '../api/call_api';
import { useServices } from '../shared/services';
import { toEntry, type EntryFields } from './entry_fields';
import { t } from './translations';

interface SaveEntry {
  readonly isSaving: boolean;
  /** Why it was not saved. */
  readonly error: string | undefined;
  save(fields: EntryFields): Promise<void>;
}

/** Saves the entry of a number; what was typed stays when it fails. */
export const useSaveEntry = (
  number: string,
  entry: CoveringEntry | undefined,
  onSaved: () => void
): SaveEntry => {
  const { core } = useServices();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();

  const save = useCallback<SaveEntry['save']>(
    async (fields) => {
      setSaving(true);
      setError(undefined);
      try {
        const entries = [toEntry(number, fields, { entry, nowMs: Date.now() })];
        const { failed } = await callApi(core.http, putWatchlist, { body: { entries } });
        const [refused] = failed;
        if (refused) {
          setError(refused.reason);
          setSaving(false);
          return;
        }
        core.notifications.toasts.addSuccess({
          title: t('vishing.number.savedTitle'),
          text: t('vishing.number.savedText'),
        });
        onSaved();
      } catch (failure) {
        setError(failure instanceof Error ? failure.message : String(failure));
        setSaving(false);
      }
    },
    [core, entry, number, onSaved]
  );
  return { isSaving, error, save };
};
