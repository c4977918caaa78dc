import {
  EuiFieldText,
  EuiFlexGrid,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { DetectResponse } from '../../../../common/api/sources';
import {
  MAPPED_DIRECTIONS,
  MAPPED_FIELDS,
  MAPPED_OUTCOMES,
  type MappedField,
  type RecordMapping,
} from '../../../../common/model/mapping';
import { t } from '../../translations';
import type { MappingFields } from './mapping_fields';

interface MappingFormProps {
  readonly layout: DetectResponse['layout'];
  readonly fields: MappingFields;
  onChange(fields: MappingFields): void;
}

const LABELS: Readonly<Record<MappedField, string>> = {
  start: t('vishing.sources.startFieldLabel'),
  answer: t('vishing.sources.answerFieldLabel'),
  end: t('vishing.sources.endFieldLabel'),
  duration: t('vishing.sources.durationFieldLabel'),
  talk: t('vishing.sources.talkFieldLabel'),
  ring: t('vishing.sources.ringFieldLabel'),
  id: t('vishing.sources.idFieldLabel'),
  direction: t('vishing.sources.directionFieldLabel'),
  outcome: t('vishing.sources.outcomeFieldLabel'),
  cause: t('vishing.sources.causeFieldLabel'),
  caller_number: t('vishing.sources.callerNumberFieldLabel'),
  caller_name: t('vishing.sources.callerNameFieldLabel'),
  caller_user: t('vishing.sources.callerUserFieldLabel'),
  callee_number: t('vishing.sources.calleeNumberFieldLabel'),
  callee_name: t('vishing.sources.calleeNameFieldLabel'),
  callee_user: t('vishing.sources.calleeUserFieldLabel'),
  dialed: t('vishing.sources.dialedFieldLabel'),
};
const UNITS: { value: RecordMapping['duration_unit']; text: string }[] = [
  { value: 's', text: t('vishing.sources.secondsOption') },
  { value: 'ms', text: t('vishing.sources.millisecondsOption') },
  { value: 'min', text: t('vishing.sources.minutesOption') },
];
const DIRECTIONS = [
  { value: '', text: t('vishing.sources.directionOption') },
  ...MAPPED_DIRECTIONS.map((value) => ({ value, text: value })),
];

const Columns = ({ layout, fields, onChange }: MappingFormProps): ReactElement => {
  const options = [
    { value: '', text: t('vishing.sources.noColumnOption') },
    ...layout.columns.map((name) => ({ value: name, text: name })),
  ];
  return (
    <EuiFlexGrid columns={3} gutterSize="s">
      {MAPPED_FIELDS.map((field) => (
        <EuiFlexItem key={field}>
          <EuiFormRow label={LABELS[field]}>
            <EuiSelect
              compressed
              options={options}
              value={fields.columns[field] ?? ''}
              onChange={({ target }) =>
                onChange({ ...fields, columns: { ...fields.columns, [field]: target.value } })
              }
              data-test-subj={`map-${field}`}
            />
          </EuiFormRow>
        </EuiFlexItem>
      ))}
    </EuiFlexGrid>
  );
};

const Meanings = ({ fields, onChange }: MappingFormProps): ReactElement => (
  <EuiFlexGrid columns={3} gutterSize="s">
    <EuiFlexItem>
      <EuiFormRow
        label={t('vishing.sources.timePatternLabel')}
        helpText={t('vishing.sources.timePatternHelpText')}
      >
        <EuiFieldText
          compressed
          value={fields.timePattern}
          onChange={({ target }) => onChange({ ...fields, timePattern: target.value })}
          data-test-subj="map-timePattern"
        />
      </EuiFormRow>
    </EuiFlexItem>
    <EuiFlexItem>
      <EuiFormRow label={t('vishing.sources.unitLabel')}>
        <EuiSelect
          compressed
          options={UNITS}
          value={fields.unit}
          onChange={({ target }) =>
            onChange({ ...fields, unit: target.value as MappingFields['unit'] })
          }
          data-test-subj="map-unit"
        />
      </EuiFormRow>
    </EuiFlexItem>
    <EuiFlexItem>
      <EuiFormRow label={t('vishing.sources.directionLabel')}>
        <EuiSelect
          compressed
          options={DIRECTIONS}
          value={fields.direction}
          onChange={({ target }) =>
            onChange({ ...fields, direction: target.value as MappingFields['direction'] })
          }
          data-test-subj="map-allDirection"
        />
      </EuiFormRow>
    </EuiFlexItem>
    {[...MAPPED_DIRECTIONS, ...MAPPED_OUTCOMES].map((meaning) => (
      <EuiFlexItem key={meaning}>
        <EuiFormRow
          label={t('vishing.sources.wordsLabel', { meaning })}
          helpText={meaning === 'inbound' ? t('vishing.sources.wordsHelpText') : undefined}
        >
          <EuiFieldText
            compressed
            value={fields.words[meaning] ?? ''}
            onChange={({ target }) =>
              onChange({ ...fields, words: { ...fields.words, [meaning]: target.value } })
            }
            data-test-subj={`map-words-${meaning}`}
          />
        </EuiFormRow>
      </EuiFlexItem>
    ))}
  </EuiFlexGrid>
);

/** What each column of an unknown phone system means. */
export const MappingForm = (props: MappingFormProps): ReactElement => (
  <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="mappingForm">
    <EuiTitle size="xs">
      <h2>{t('vishing.sources.mappingTitle')}</h2>
    </EuiTitle>
    <EuiText size="s" color="subdued">
      <p>{t('vishing.sources.mappingDescription')}</p>
    </EuiText>
    <EuiSpacer size="s" />
    <Columns {...props} />
    <EuiSpacer size="m" />
    <Meanings {...props} />
  </EuiPanel>
);
