import {
  EuiButtonIcon,
  EuiComboBox,
  EuiFieldText,
  EuiFormRow,
  EuiSwitch,
  EuiToolTip,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { sameValue, type Parameter, type ParameterValue } from '../../../common/model/parameter';
import { t } from '../translations';
import { showValue } from './draft';

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: ParameterValue;
  readonly error: string | undefined;
  readonly isDisabled: boolean;
  onChange(value: ParameterValue): void;
}

/** `time_window` is read as `Time window`. */
export const parameterName = (id: string): string => {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const helpOf = (parameter: Parameter): string => {
  const { help, det0245: name } = parameter;
  const limits =
    parameter.type === 'duration' || parameter.type === 'number'
      ? [t('vishing.rules.limitsLabel', { min: String(parameter.min), max: String(parameter.max) })]
      : [];
  return [
    help,
    ...limits,
    t('vishing.rules.defaultLabel', { value: showValue(parameter.default) }),
    ...(name === undefined ? [] : [t('vishing.rules.det0245Label', { name })]),
  ].join(' ');
};

const isDefault = (parameter: Parameter, value: ParameterValue): boolean =>
  parameter.type === 'number'
    ? String(value).trim() === String(parameter.default)
    : sameValue(parameter, value, parameter.default);

const Control = ({
  parameter,
  value,
  error,
  isDisabled,
  onChange,
  id,
}: ParameterFieldProps & { id?: string }): ReactElement => {
  const subject = `parameter-${parameter.id}`;
  if (parameter.type === 'boolean') {
    return (
      <EuiSwitch
        id={id}
        compressed
        label={t('vishing.rules.onLabel')}
        checked={value === true}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.checked)}
        data-test-subj={subject}
      />
    );
  }
  if (parameter.type === 'list') {
    const items = Array.isArray(value) ? (value as readonly string[]) : [];
    return (
      <EuiComboBox
        id={id}
        compressed
        fullWidth
        noSuggestions
        placeholder={t('vishing.rules.listPlaceholder')}
        aria-label={parameterName(parameter.id)}
        selectedOptions={items.map((label) => ({ label }))}
        isDisabled={isDisabled}
        isInvalid={error !== undefined}
        onCreateOption={(text) => onChange([...new Set([...items, text.trim()])])}
        onChange={(options) => onChange(options.map(({ label }) => label))}
        data-test-subj={subject}
      />
    );
  }
  return (
    <EuiFieldText
      id={id}
      compressed
      fullWidth
      value={String(value)}
      disabled={isDisabled}
      isInvalid={error !== undefined}
      {...(parameter.type === 'number' ? { append: parameter.unit, inputMode: 'decimal' } : {})}
      onChange={({ target }) => onChange(target.value)}
      data-test-subj={subject}
    />
  );
};

/** One parameter of a rule: its control, what it does, its limits and its default, checked as one types. */
export const ParameterField = (props: ParameterFieldProps): ReactElement => {
  const { parameter, value, error, isDisabled, onChange } = props;
  const name = parameterName(parameter.id);
  const reset = t('vishing.rules.resetButtonLabel', { name });
  return (
    <EuiFormRow
      fullWidth
      label={name}
      helpText={helpOf(parameter)}
      isInvalid={error !== undefined}
      error={error}
      hasChildLabel={parameter.type !== 'boolean'}
      labelAppend={
        isDisabled || isDefault(parameter, value) ? undefined : (
          <EuiToolTip content={reset} disableScreenReaderOutput>
            <EuiButtonIcon
              size="xs"
              iconType="refresh"
              aria-label={reset}
              onClick={() =>
                onChange(
                  parameter.type === 'number' ? String(parameter.default) : parameter.default
                )
              }
              data-test-subj={`reset-${parameter.id}`}
            />
          </EuiToolTip>
        )
      }
    >
      <Control {...props} />
    </EuiFormRow>
  );
};
