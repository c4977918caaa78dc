import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSpacer,
  EuiTitle,
  EuiToolTip,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from '../translations';
import type { LineKind, LineRow, RowFault } from './edit_fields';

const FAULTS: Readonly<Record<RowFault, string>> = {
  missing: t('vishing.person.missingLineError'),
  number: t('vishing.person.numberLineError'),
  extension: t('vishing.person.extensionLineError'),
  reversed: t('vishing.person.reversedLineError'),
  overlaps: t('vishing.person.overlapsLineError'),
};

const KINDS = {
  number: {
    title: t('vishing.person.numbersFact'),
    label: t('vishing.person.numberLabel'),
    add: t('vishing.person.addNumberButtonLabel'),
  },
  extension: {
    title: t('vishing.person.extensionsFact'),
    label: t('vishing.person.extensionLabel'),
    add: t('vishing.person.addExtensionButtonLabel'),
  },
} as const;

interface RowProps {
  readonly row: LineRow;
  readonly fault: RowFault | undefined;
  onChange(row: LineRow): void;
  onRemove(): void;
}

const isOfTime = (fault: RowFault | undefined): boolean =>
  fault === 'reversed' || fault === 'overlaps';

const Day = (props: {
  readonly label: string;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly subject: string;
  onChange(value: string): void;
}): ReactElement => (
  <EuiFlexItem>
    <EuiFormRow fullWidth label={props.label} isInvalid={props.isInvalid}>
      <EuiFieldText
        fullWidth
        compressed
        type="date"
        value={props.value}
        isInvalid={props.isInvalid}
        onChange={({ target }) => props.onChange(target.value)}
        data-test-subj={props.subject}
      />
    </EuiFormRow>
  </EuiFlexItem>
);

const Row = ({ row, fault, onChange, onRemove }: RowProps): ReactElement => {
  const { label } = KINDS[row.kind];
  const isTextWrong = fault !== undefined && !isOfTime(fault);
  const isTimeWrong = isOfTime(fault);
  const removeLabel = t('vishing.person.removeLineLabel', { line: row.text || label });
  return (
    <EuiFormRow
      fullWidth
      isInvalid={fault !== undefined}
      error={fault && FAULTS[fault]}
      hasChildLabel={false}
      data-test-subj={`line-${row.key}`}
    >
      <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false}>
        <EuiFlexItem grow={2}>
          <EuiFormRow fullWidth label={label} isInvalid={isTextWrong}>
            <EuiFieldText
              fullWidth
              compressed
              maxLength={64}
              value={row.text}
              isInvalid={isTextWrong}
              onChange={({ target }) => onChange({ ...row, text: target.value })}
              data-test-subj={`lineText-${row.key}`}
            />
          </EuiFormRow>
        </EuiFlexItem>
        {row.kind === 'extension' ? (
          <EuiFlexItem>
            <EuiFormRow fullWidth label={t('vishing.person.siteLabel')}>
              <EuiFieldText
                fullWidth
                compressed
                maxLength={64}
                placeholder={t('vishing.person.anySitePlaceholder')}
                value={row.site}
                onChange={({ target }) => onChange({ ...row, site: target.value })}
                data-test-subj={`lineSite-${row.key}`}
              />
            </EuiFormRow>
          </EuiFlexItem>
        ) : null}
        <Day
          label={t('vishing.person.fromLabel')}
          value={row.from}
          isInvalid={isTimeWrong}
          subject={`lineFrom-${row.key}`}
          onChange={(from) => onChange({ ...row, from })}
        />
        <Day
          label={t('vishing.person.untilLabel')}
          value={row.to}
          isInvalid={isTimeWrong}
          subject={`lineTo-${row.key}`}
          onChange={(to) => onChange({ ...row, to })}
        />
        <EuiFlexItem grow={false}>
          <EuiToolTip content={removeLabel} disableScreenReaderOutput>
            <EuiButtonIcon
              iconType="trash"
              color="danger"
              size="s"
              aria-label={removeLabel}
              onClick={onRemove}
              data-test-subj={`lineRemove-${row.key}`}
            />
          </EuiToolTip>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiFormRow>
  );
};

/** Every period of a person's numbers, or of the extensions. */
export const LineRows = ({
  kind,
  rows,
  faults,
  onChange,
  onAdd,
}: {
  readonly kind: LineKind;
  readonly rows: readonly LineRow[];
  readonly faults: ReadonlyMap<string, RowFault>;
  /** Without a row, it is removed. */
  onChange(key: string, row: LineRow | undefined): void;
  onAdd(): void;
}): ReactElement => (
  <>
    <EuiTitle size="xs">
      <h3>{KINDS[kind].title}</h3>
    </EuiTitle>
    <EuiSpacer size="s" />
    {rows
      .filter((row) => row.kind === kind)
      .map((row) => (
        <Row
          key={row.key}
          row={row}
          fault={faults.get(row.key)}
          onChange={(changed) => onChange(row.key, changed)}
          onRemove={() => onChange(row.key, undefined)}
        />
      ))}
    <EuiButtonEmpty
      size="s"
      iconType="plusInCircle"
      flush="left"
      onClick={onAdd}
      data-test-subj={`addLine-${kind}`}
    >
      {KINDS[kind].add}
    </EuiButtonEmpty>
    <EuiSpacer size="m" />
  </>
);
