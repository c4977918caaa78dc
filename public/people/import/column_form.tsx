import {
  EuiBasicTable,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { IMPORT_FIELDS, type ImportField } from '../../../common/people/import_fields';
import type { ColumnMeanings } from '../../../common/people/map_columns';
import { splitCsvLine } from '../../../common/sources/guess_layout';
import { t } from '../translations';
import type { PeopleFile } from './read_list';

/** What a person chose for the whole list. */
export interface ListFields {
  readonly meanings: ColumnMeanings;
  readonly country: string;
  readonly site: string;
}

interface ColumnFormProps {
  readonly list: PeopleFile;
  readonly fields: ListFields;
  onChange(fields: ListFields): void;
}

interface Column {
  readonly index: number;
  readonly name: string;
  readonly example: string;
}

const OPTIONS = [
  { value: '', text: t('vishing.people.notNeededOption') },
  ...IMPORT_FIELDS.map((field) => ({ value: field, text: t(`vishing.people.${field}FieldLabel`) })),
];
const EXAMPLES = 3;

const columnsOf = ({ layout, rows }: PeopleFile): Column[] => {
  const cells = rows.slice(0, 50).map(({ text }) => splitCsvLine(text, layout.delimiter ?? ','));
  return layout.columns.map((name, index) => ({
    index,
    name,
    example: [...new Set(cells.map((row) => row[index] ?? '').filter((cell) => cell !== ''))]
      .slice(0, EXAMPLES)
      .map((cell) => cell.slice(0, 60))
      .join(', '),
  }));
};

export const isCountry = (text: string): boolean => /^([A-Za-z]{2})?$/.test(text.trim());
export const isSite = (text: string): boolean => /^[^:]{1,64}$/.test(text.trim());

const Settings = ({ fields, onChange }: ColumnFormProps): ReactElement => (
  <EuiFlexGroup gutterSize="m" wrap>
    <EuiFlexItem grow={false}>
      <EuiFormRow
        label={t('vishing.people.countryLabel')}
        helpText={t('vishing.people.countryHelpText')}
        isInvalid={!isCountry(fields.country)}
        error={t('vishing.people.countryError')}
      >
        <EuiFieldText
          compressed
          value={fields.country}
          isInvalid={!isCountry(fields.country)}
          onChange={({ target }) => onChange({ ...fields, country: target.value })}
          data-test-subj="listCountry"
        />
      </EuiFormRow>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiFormRow
        label={t('vishing.people.siteLabel')}
        helpText={t('vishing.people.siteHelpText')}
        isInvalid={!isSite(fields.site)}
        error={t('vishing.people.siteError')}
      >
        <EuiFieldText
          compressed
          value={fields.site}
          isInvalid={!isSite(fields.site)}
          onChange={({ target }) => onChange({ ...fields, site: target.value })}
          data-test-subj="listSite"
        />
      </EuiFormRow>
    </EuiFlexItem>
  </EuiFlexGroup>
);

/** What each column means, and how numbers and extensions are read. */
export const ColumnForm = (props: ColumnFormProps): ReactElement => {
  const { list, fields, onChange } = props;
  const choose = (at: number, value: string): void => {
    const chosen = value === '' ? undefined : (value as ImportField);
    const meanings = fields.meanings.map((meaning, index) => (index === at ? chosen : meaning));
    onChange({ ...fields, meanings });
  };
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="columnForm">
      <EuiTitle size="xs">
        <h2>{t('vishing.people.mapTitle')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{t('vishing.people.mapDescription', { rows: list.rows.length })}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <Settings {...props} />
      <EuiSpacer size="m" />
      <EuiBasicTable<Column>
        compressed
        tableCaption={t('vishing.people.mapCaption')}
        items={columnsOf(list)}
        itemId="index"
        columns={[
          { field: 'name', name: t('vishing.people.columnColumnTitle') },
          { field: 'example', name: t('vishing.people.exampleColumnTitle') },
          {
            name: t('vishing.people.meaningColumnTitle'),
            render: ({ index, name }: Column) => (
              <EuiSelect
                compressed
                aria-label={t('vishing.people.meaningAriaLabel', { column: name })}
                options={OPTIONS}
                value={fields.meanings[index] ?? ''}
                onChange={({ target }) => choose(index, target.value)}
                data-test-subj={`meaning-${index}`}
              />
            ),
          },
        ]}
        data-test-subj="columnTable"
      />
    </EuiPanel>
  );
};
