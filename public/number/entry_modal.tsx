import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFormRow,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiRadioGroup,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { NumberResponse } from '../../common/api/number';
import { formatInstant } from '../shared/format/instant';
import { useServices } from '../shared/services';
import {
  expiriesOf,
  fieldsFor,
  ownEntry,
  withVerdict,
  type EntryFields,
  type Expiry,
  type Intent,
} from './entry_fields';
import { t } from './translations';
import { useSaveEntry } from './use_save_entry';

interface EntryModalProps {
  readonly data: NumberResponse;
  readonly intent: Intent;
  onClose(): void;
  onSaved(): void;
}

const VERDICTS = [
  { id: 'bad', label: t('vishing.number.badOption') },
  { id: 'trusted', label: t('vishing.number.trustedOption') },
  { id: 'own', label: t('vishing.number.ownOption') },
] as const;

const MAX_REASON = 1000;

const TITLES = {
  bad: 'vishing.number.badModalTitle',
  trust: 'vishing.number.trustModalTitle',
  note: 'vishing.number.noteModalTitle',
} as const;

const useExpiryText = (expires: string | undefined): ((expiry: Expiry) => string) => {
  const { zone } = useServices();
  const day = expires === undefined ? '' : formatInstant(expires, zone, 'dayAndTime');
  return (expiry) =>
    ({
      keep: t('vishing.number.expiryKeepOption', { day }),
      '30': t('vishing.number.expiry30Option'),
      '90': t('vishing.number.expiry90Option'),
      '365': t('vishing.number.expiry365Option'),
      never: t('vishing.number.expiryNeverOption'),
    })[expiry];
};

interface FieldsProps {
  readonly fields: EntryFields;
  readonly entry: ReturnType<typeof ownEntry>;
  onChange(fields: EntryFields): void;
}

const Fields = ({ fields, entry, onChange }: FieldsProps): ReactElement => {
  const expiryText = useExpiryText(entry?.expires);
  return (
    <>
      <EuiRadioGroup
        name="verdict"
        options={[...VERDICTS]}
        idSelected={fields.verdict}
        onChange={(id) => onChange(withVerdict(fields, id as EntryFields['verdict'], entry))}
        legend={{ children: t('vishing.number.verdictLegend') }}
        data-test-subj="entryVerdict"
      />
      <EuiSpacer size="m" />
      <EuiFormRow
        fullWidth
        label={t('vishing.number.reasonLabel')}
        helpText={t('vishing.number.reasonHelpText')}
      >
        <EuiTextArea
          fullWidth
          rows={3}
          maxLength={MAX_REASON}
          value={fields.reason}
          onChange={(event) => onChange({ ...fields, reason: event.target.value })}
          data-test-subj="entryReason"
        />
      </EuiFormRow>
      <EuiFormRow fullWidth label={t('vishing.number.expiryLabel')}>
        <EuiSelect
          fullWidth
          value={fields.expiry}
          options={expiriesOf(fields.verdict, entry).map((value) => ({
            value,
            text: expiryText(value),
          }))}
          onChange={(event) => onChange({ ...fields, expiry: event.target.value as Expiry })}
          data-test-subj="entryExpiry"
        />
      </EuiFormRow>
    </>
  );
};

/** Lists or trusts a number, or writes a note on its entry. */
export const EntryModal = ({ data, intent, onClose, onSaved }: EntryModalProps): ReactElement => {
  const titleId = useGeneratedHtmlId();
  const entry = ownEntry(data.entries);
  const [fields, setFields] = useState(() => fieldsFor(intent, entry));
  const { isSaving, error, save } = useSaveEntry(data.number, entry, onSaved);
  return (
    <EuiModal onClose={onClose} aria-labelledby={titleId} data-test-subj="entryModal">
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          {t(TITLES[intent], { number: data.display })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s">
          <p>{t('vishing.number.modalDescription', { calls: data.ever.calls_90d })}</p>
        </EuiText>
        <EuiSpacer size="m" />
        <Fields {...{ fields, entry }} onChange={setFields} />
        {error === undefined ? null : (
          <>
            <EuiSpacer size="m" />
            <EuiCallOut
              announceOnMount
              size="s"
              color="danger"
              iconType="warning"
              title={t('vishing.number.saveFailedTitle')}
              data-test-subj="entryError"
            >
              <p>{error}</p>
            </EuiCallOut>
          </>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={onClose}>{t('vishing.number.cancelButtonLabel')}</EuiButtonEmpty>
        <EuiButton
          fill
          isLoading={isSaving}
          onClick={() => void save(fields)}
          data-test-subj="entrySave"
        >
          {t('vishing.number.saveButtonLabel')}
        </EuiButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
