import {
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSelect,
  EuiSpacer,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleDetails } from '../../../common/api/rules';
import { severitySchema } from '../../../common/model/alert';
import type { RuleSettings } from '../../../common/model/tuning';
import { severityLabel } from '../../shared/severity';
import { t } from '../translations';

const MODES = [
  { value: 'alert', text: t('vishing.rules.alertModeLabel') },
  { value: 'monitor', text: t('vishing.rules.monitorModeLabel') },
] as const;

interface SettingsFieldsProps {
  readonly rule: RuleDetails;
  readonly settings: RuleSettings;
  readonly error: string | undefined;
  readonly isDisabled: boolean;
  onChange(settings: RuleSettings): void;
}

/** What every rule has beside its parameters. */
export const SettingsFields = (props: SettingsFieldsProps): ReactElement => {
  const { rule, settings, error, isDisabled, onChange } = props;
  const shippedMode = rule.building_block ? 'monitor' : 'alert';
  return (
    <>
      <EuiFormRow
        fullWidth
        label={t('vishing.rules.modeLabel')}
        helpText={t('vishing.rules.modeHelp')}
      >
        <EuiSelect
          compressed
          fullWidth
          options={[...MODES]}
          value={settings.mode ?? shippedMode}
          disabled={isDisabled}
          onChange={({ target }) =>
            onChange({ ...settings, mode: target.value === 'monitor' ? 'monitor' : 'alert' })
          }
          data-test-subj="setting-mode"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      <EuiFlexGroup>
        <EuiFlexItem>
          <EuiFormRow
            fullWidth
            label={t('vishing.rules.intervalLabel')}
            helpText={t('vishing.rules.intervalHelp')}
            isInvalid={error !== undefined}
            error={error}
          >
            <EuiFieldText
              compressed
              fullWidth
              value={settings.interval ?? rule.interval}
              disabled={isDisabled}
              isInvalid={error !== undefined}
              onChange={({ target }) => onChange({ ...settings, interval: target.value })}
              data-test-subj="setting-interval"
            />
          </EuiFormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiFormRow
            fullWidth
            label={t('vishing.rules.severityLabel')}
            helpText={t('vishing.rules.severityHelp')}
          >
            <EuiSelect
              compressed
              fullWidth
              options={severitySchema.options.map((value) => ({
                value,
                text: severityLabel(value),
              }))}
              value={settings.severity ?? rule.severity}
              disabled={isDisabled}
              onChange={({ target }) =>
                onChange({ ...settings, severity: severitySchema.parse(target.value) })
              }
              data-test-subj="setting-severity"
            />
          </EuiFormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};
