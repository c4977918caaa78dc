import { EuiFlexGrid, EuiFlexItem, EuiFormRow, EuiSelect, EuiSwitch } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { ImportColumns, ImportLayout } from '../../../common/watchlist/import_rows';
import { t } from '../translations';

interface LayoutFormProps {
  readonly layout: ImportLayout;
  onChange(layout: ImportLayout): void;
}

const FORMATS: Readonly<Record<ImportLayout['format'], string>> = {
  list: t('vishing.numbers.listFormatLabel'),
  csv: t('vishing.numbers.csvFormatLabel'),
  ftc: t('vishing.numbers.ftcFormatLabel'),
  misp_csv: t('vishing.numbers.mispFormatLabel'),
  json: t('vishing.numbers.jsonFormatLabel'),
};

export const formatName = ({ format }: ImportLayout): string => FORMATS[format];

const PICKED = [
  { id: 'number', label: t('vishing.numbers.numberColumnTitle') },
  { id: 'reports', label: t('vishing.numbers.reportsColumnTitle') },
  { id: 'reason', label: t('vishing.numbers.reasonColumnTitle') },
] as const;

const NONE = '';

/** Which columns of a CSV list are read. */
export const LayoutForm = ({ layout, onChange }: LayoutFormProps): ReactElement | null => {
  const { format, names = [], columns = { number: 0 }, hasHeader = false } = layout;
  if (format !== 'csv') return null;
  const options = names.map((name, index) => ({
    value: String(index),
    text: hasHeader ? name : t('vishing.numbers.columnOption', { column: index + 1 }),
  }));
  const pick = (id: keyof ImportColumns, value: string): void => {
    const index = value === NONE ? undefined : Number(value);
    onChange({ ...layout, columns: { ...columns, [id]: index } });
  };
  return (
    <EuiFlexGrid columns={4} gutterSize="m">
      {PICKED.map(({ id, label }) => (
        <EuiFlexItem key={id}>
          <EuiFormRow label={label}>
            <EuiSelect
              compressed
              options={
                id === 'number'
                  ? options
                  : [{ value: NONE, text: t('vishing.numbers.noColumnOption') }, ...options]
              }
              value={columns[id] === undefined ? NONE : String(columns[id])}
              onChange={({ target }) => pick(id, target.value)}
              data-test-subj={`column-${id}`}
            />
          </EuiFormRow>
        </EuiFlexItem>
      ))}
      <EuiFlexItem>
        <EuiFormRow hasEmptyLabelSpace>
          <EuiSwitch
            compressed
            label={t('vishing.numbers.headerLabel')}
            checked={hasHeader}
            onChange={({ target }) => onChange({ ...layout, hasHeader: target.checked })}
            data-test-subj="hasHeader"
          />
        </EuiFormRow>
      </EuiFlexItem>
    </EuiFlexGrid>
  );
};
