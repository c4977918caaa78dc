import { EuiButtonGroup, EuiFieldText, EuiFormRow, EuiSelect, EuiTextArea } from '@elastic/eui';
import type { ReactElement } from 'react';
import {
  confidenceSchema,
  listedVerdictSchema,
  type Confidence,
  type ListedVerdict,
} from '../../../common/model/watchlist';
import { CONFIDENCES, VERDICTS } from '../entry_labels';
import { t } from '../translations';
import { EXPIRIES, fieldErrors, KEEP, NEVER, usualExpiry, type EntryFields } from './entry_fields';

interface EntryFormProps {
  readonly fields: EntryFields;
  /** The number of an entry that exists stays. */
  readonly isFixed: boolean;
  /** Errors show once the person has tried to save. */
  readonly showErrors: boolean;
  onChange(fields: EntryFields): void;
}

const NUMBER_ERRORS = {
  missing: t('vishing.numbers.numbersMissingError'),
  many: t('vishing.numbers.numbersManyError'),
} as const;

const expiryOptions = ({ verdict, expiry }: EntryFields) => [
  ...(expiry === KEEP ? [{ value: KEEP, text: t('vishing.numbers.keepOption') }] : []),
  ...EXPIRIES.map((days) => ({
    value: days,
    text: t('vishing.numbers.daysOption', { days: Number(days) }),
  })),
  ...(verdict === 'bad' ? [] : [{ value: NEVER, text: t('vishing.numbers.neverOption') }]),
];

const NumberRows = ({ fields, isFixed, showErrors, onChange }: EntryFormProps): ReactElement => {
  const errors = fieldErrors(fields);
  const error = showErrors || errors.numbers === 'many' ? errors.numbers : undefined;
  return (
    <>
      <EuiFormRow
        fullWidth
        label={t('vishing.numbers.numbersLabel')}
        helpText={t('vishing.numbers.numbersHelpText')}
        isInvalid={error !== undefined}
        error={error && NUMBER_ERRORS[error]}
      >
        <EuiTextArea
          fullWidth
          rows={isFixed ? 1 : 3}
          value={fields.numbers}
          readOnly={isFixed}
          isInvalid={error !== undefined}
          onChange={({ target }) => onChange({ ...fields, numbers: target.value })}
          data-test-subj="entryNumbers"
        />
      </EuiFormRow>
      {isFixed ? null : (
        <EuiFormRow
          label={t('vishing.numbers.countryLabel')}
          helpText={t('vishing.numbers.countryHelpText')}
          isInvalid={errors.country === true}
          error={t('vishing.numbers.countryError')}
        >
          <EuiFieldText
            maxLength={2}
            value={fields.country}
            isInvalid={errors.country === true}
            onChange={({ target }) => onChange({ ...fields, country: target.value })}
            data-test-subj="entryCountry"
          />
        </EuiFormRow>
      )}
    </>
  );
};

/** What a watchlist entry says. */
export const EntryForm = (props: EntryFormProps): ReactElement => {
  const { fields, onChange } = props;
  return (
    <>
      <NumberRows {...props} />
      <EuiFormRow label={t('vishing.numbers.verdictLabel')}>
        <EuiButtonGroup
          legend={t('vishing.numbers.verdictLabel')}
          options={listedVerdictSchema.options.map((id) => ({
            id,
            label: VERDICTS[id].label,
            'data-test-subj': `entryVerdict-${id}`,
          }))}
          idSelected={fields.verdict}
          onChange={(id) => {
            const verdict = id as ListedVerdict;
            onChange({ ...fields, verdict, expiry: usualExpiry(verdict) });
          }}
        />
      </EuiFormRow>
      <EuiFormRow fullWidth label={t('vishing.numbers.reasonLabel')}>
        <EuiFieldText
          fullWidth
          maxLength={1000}
          value={fields.reason}
          onChange={({ target }) => onChange({ ...fields, reason: target.value })}
          data-test-subj="entryReason"
        />
      </EuiFormRow>
      <EuiFormRow
        label={t('vishing.numbers.expiryLabel')}
        helpText={t('vishing.numbers.expiryHelpText')}
      >
        <EuiSelect
          options={expiryOptions(fields)}
          value={fields.expiry}
          onChange={({ target }) => onChange({ ...fields, expiry: target.value })}
          data-test-subj="entryExpiry"
        />
      </EuiFormRow>
      <EuiFormRow label={t('vishing.numbers.confidenceLabel')}>
        <EuiSelect
          options={confidenceSchema.options.map((value) => ({ value, text: CONFIDENCES[value] }))}
          value={fields.confidence}
          onChange={({ target }) => onChange({ ...fields, confidence: target.value as Confidence })}
          data-test-subj="entryConfidence"
        />
      </EuiFormRow>
      <EuiFormRow fullWidth label={t('vishing.numbers.notesLabel')}>
        <EuiTextArea
          fullWidth
          rows={3}
          maxLength={4000}
          value={fields.notes}
          onChange={({ target }) => onChange({ ...fields, notes: target.value })}
          data-test-subj="entryNotes"
        />
      </EuiFormRow>
    </>
  );
};
