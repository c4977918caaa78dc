import { EuiFieldText, EuiFlexGrid, EuiFlexItem, EuiFormRow, EuiSelect } from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import { t } from '../translations';
import { siteErrors, timezones, type SiteFields } from './site_fields';

interface SiteFormProps {
  readonly fields: SiteFields;
  /** The site itself is chosen already; only its settings can be changed. */
  readonly isFixed?: boolean;
  onChange(fields: SiteFields): void;
}

type TextField = Exclude<keyof SiteFields, 'timezone'>;

const TEXTS: Readonly<Record<TextField, { label: string; help: string; error?: string }>> = {
  id: { label: t('vishing.sources.siteIdLabel'), help: t('vishing.sources.siteIdHelpText') },
  country: {
    label: t('vishing.sources.countryLabel'),
    help: t('vishing.sources.countryHelpText'),
    error: t('vishing.sources.countryError'),
  },
  outside_line: {
    label: t('vishing.sources.outsideLineLabel'),
    help: t('vishing.sources.outsideLineHelpText'),
    error: t('vishing.sources.outsideLineError'),
  },
  extension_lengths: {
    label: t('vishing.sources.extensionLengthsLabel'),
    help: t('vishing.sources.extensionLengthsHelpText'),
    error: t('vishing.sources.extensionLengthsError'),
  },
};

/** How numbers and times are written at the place that records come from. */
export const SiteForm = ({ fields, isFixed = false, onChange }: SiteFormProps): ReactElement => {
  const errors = siteErrors(fields);
  const zones = useMemo(() => timezones(), []);
  const textRow = (name: TextField): ReactElement => {
    const { label, help, error } = TEXTS[name];
    const isInvalid = errors[name] === true;
    return (
      <EuiFlexItem key={name}>
        <EuiFormRow label={label} helpText={help} isInvalid={isInvalid} error={error}>
          <EuiFieldText
            compressed
            value={fields[name]}
            isInvalid={isInvalid}
            disabled={isFixed && name === 'id'}
            onChange={({ target }) => onChange({ ...fields, [name]: target.value })}
            data-test-subj={`site-${name}`}
          />
        </EuiFormRow>
      </EuiFlexItem>
    );
  };
  return (
    <EuiFlexGrid columns={3} gutterSize="m">
      {textRow('id')}
      {textRow('country')}
      <EuiFlexItem>
        <EuiFormRow
          label={t('vishing.sources.zoneLabel')}
          helpText={t('vishing.sources.zoneHelpText')}
        >
          <EuiSelect
            compressed
            hasNoInitialSelection={fields.timezone === ''}
            options={zones.map((zone) => ({ value: zone, text: zone }))}
            value={fields.timezone}
            onChange={({ target }) => onChange({ ...fields, timezone: target.value })}
            data-test-subj="site-timezone"
          />
        </EuiFormRow>
      </EuiFlexItem>
      {textRow('outside_line')}
      {textRow('extension_lengths')}
    </EuiFlexGrid>
  );
};
