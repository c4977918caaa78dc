import {
  EuiButtonGroup,
  EuiFieldText,
  EuiFlexGrid,
  EuiFlexItem,
  EuiFormRow,
  EuiSelect,
  EuiSwitch,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { listedVerdictSchema, type ListedVerdict } from '../../../common/model/watchlist';
import { EXPIRIES, NEVER, usualExpiry } from '../entry/entry_fields';
import { VERDICTS } from '../entry_labels';
import { t } from '../translations';
import { settingErrors, type ImportSettings } from './import_settings';

interface SettingsFormProps {
  readonly settings: ImportSettings;
  onChange(settings: ImportSettings): void;
}

/** What all rows of a list have in common. */
export const SettingsForm = ({ settings, onChange }: SettingsFormProps): ReactElement => {
  const errors = settingErrors(settings);
  const expiries = [
    ...EXPIRIES.map((days) => ({
      value: days,
      text: t('vishing.numbers.daysOption', { days: Number(days) }),
    })),
    ...(settings.verdict === 'bad'
      ? []
      : [{ value: NEVER, text: t('vishing.numbers.neverOption') }]),
  ];
  return (
    <EuiFlexGrid columns={3} gutterSize="m">
      <EuiFlexItem>
        <EuiFormRow label={t('vishing.numbers.verdictLabel')}>
          <EuiButtonGroup
            legend={t('vishing.numbers.verdictLabel')}
            buttonSize="compressed"
            options={listedVerdictSchema.options.map((id) => ({ id, label: VERDICTS[id].label }))}
            idSelected={settings.verdict}
            onChange={(id) => {
              const verdict = id as ListedVerdict;
              onChange({ ...settings, verdict, expiry: usualExpiry(verdict) });
            }}
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiFormRow
          label={t('vishing.numbers.sourceLabel')}
          helpText={t('vishing.numbers.sourceHelpText')}
          isInvalid={errors.source === true}
          error={t('vishing.numbers.sourceError')}
        >
          <EuiFieldText
            compressed
            maxLength={256}
            value={settings.source}
            isInvalid={errors.source === true}
            onChange={({ target }) => onChange({ ...settings, source: target.value })}
            data-test-subj="importSource"
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiFormRow
          label={t('vishing.numbers.countryLabel')}
          helpText={t('vishing.numbers.countryHelpText')}
          isInvalid={errors.country === true}
          error={t('vishing.numbers.countryError')}
        >
          <EuiFieldText
            compressed
            maxLength={2}
            value={settings.country}
            isInvalid={errors.country === true}
            onChange={({ target }) => onChange({ ...settings, country: target.value })}
            data-test-subj="importCountry"
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiFormRow label={t('vishing.numbers.expiryLabel')}>
          <EuiSelect
            compressed
            options={expiries}
            value={settings.expiry}
            onChange={({ target }) => onChange({ ...settings, expiry: target.value })}
            data-test-subj="importExpiry"
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiFormRow hasEmptyLabelSpace helpText={t('vishing.numbers.replaceHelpText')}>
          <EuiSwitch
            compressed
            label={t('vishing.numbers.replaceLabel')}
            checked={settings.replace}
            onChange={({ target }) => onChange({ ...settings, replace: target.checked })}
            data-test-subj="importReplace"
          />
        </EuiFormRow>
      </EuiFlexItem>
    </EuiFlexGrid>
  );
};
