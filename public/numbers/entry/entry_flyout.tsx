import {
  EuiButton,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { importWatchlist } from '../../../common/api/watchlist';
import type { WatchlistEntry } from '../../../common/model/watchlist';
import { isAbort, toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { FormFooter } from '../../shared/form_footer';
import { useServices } from '../../shared/services';
import { useDebounced } from '../../shared/use_debounced';
import { entryId } from '../entry_labels';
import { t } from '../translations';
import { EffectList } from './effect_list';
import {
  fieldErrors,
  fieldsOf,
  guessCountry,
  newFields,
  numbersOf,
  toRequest,
  type EntryFields,
} from './entry_fields';
import { EntryForm } from './entry_form';
import { useEffects } from './use_effects';

interface EntryFlyoutProps {
  /** Absent for a new entry. */
  readonly entry: WatchlistEntry | undefined;
  onClose(): void;
  onSaved(): void;
}

const PREVIEW_DELAY_MS = 400;

/** Stores the form; what cannot be stored stays in it. */
const useSave = ({ entry, onSaved }: EntryFlyoutProps) => {
  const { core } = useServices();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  const save = async (fields: EntryFields): Promise<void> => {
    setSaving(true);
    setError(undefined);
    try {
      const body = toRequest(fields, entry, Date.now());
      const { refused } = await callApi(core.http, importWatchlist, { body });
      const [first] = refused;
      if (first) {
        const number = numbersOf(fields)[first.row] ?? '';
        setError(t('vishing.numbers.notSavedLabel', { number, reason: first.reason }));
      } else onSaved();
    } catch (reason) {
      if (!isAbort(reason)) setError(toApiError(reason).message);
    }
    setSaving(false);
  };
  return { isSaving, error, save };
};

/** Adds numbers and ranges, or changes an entry; says before what that will touch. */
export const EntryFlyout = (props: EntryFlyoutProps): ReactElement => {
  const { entry, onClose } = props;
  const titleId = useGeneratedHtmlId();
  const [fields, setFields] = useState<EntryFields>(() =>
    entry ? fieldsOf(entry, entryId(entry)) : newFields(guessCountry(navigator.language))
  );
  const [showErrors, setShowErrors] = useState(false);
  const settled = useDebounced(fields, PREVIEW_DELAY_MS);
  const effects = useEffects(settled.numbers, settled.country);
  const { isSaving, error, save } = useSave(props);
  const submit = (): void => {
    setShowErrors(true);
    if (Object.keys(fieldErrors(fields)).length === 0) void save(fields);
  };
  const title = entry
    ? t('vishing.numbers.changeTitle', { number: entryId(entry) })
    : t('vishing.numbers.addTitle');
  return (
    <EuiFlyout onClose={onClose} aria-labelledby={titleId} size="m" data-test-subj="entryFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{title}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EntryForm
          fields={fields}
          isFixed={entry !== undefined}
          showErrors={showErrors}
          onChange={setFields}
        />
        <EuiSpacer size="l" />
        <EffectList effects={effects} />
      </EuiFlyoutBody>
      <FormFooter
        error={error}
        errorSubject="entryError"
        cancelLabel={t('vishing.numbers.cancelButtonLabel')}
        onCancel={onClose}
      >
        <EuiButton fill isLoading={isSaving} onClick={submit} data-test-subj="saveEntryButton">
          {t('vishing.numbers.saveButtonLabel')}
        </EuiButton>
      </FormFooter>
    </EuiFlyout>
  );
};
