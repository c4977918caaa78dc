import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { useMemo, useState, type ReactElement } from 'react';
import { guessMeanings, namesPeople, toImportRow } from '../../../common/people/map_columns';
import { useServices } from '../../shared/services';
import { useDebounced } from '../../shared/use_debounced';
import { t } from '../translations';
import { ColumnForm, isCountry, isSite, type ListFields } from './column_form';
import { PreviewPeople } from './preview_people';
import type { PeopleFile } from './read_list';
import { SendList } from './send_list';
import { useImport } from './use_import';

const PREVIEWED = 100;
const TYPING_MS = 400;

/** ISO 3166-1 country of the reader's own language setting, such as `en-GB`: the best guess. */
const ownCountry = (): string => /^[a-z]{2,3}[-_]([A-Z]{2})\b/.exec(navigator.language)?.[1] ?? '';

/** Everything that follows once a list is chosen: columns, preview, import. */
export const CheckedList = ({
  list,
  onAgain,
}: {
  list: PeopleFile;
  onAgain: () => void;
}): ReactElement => {
  const { zone } = useServices();
  const [fields, setFields] = useState<ListFields>(() => ({
    meanings: guessMeanings(list.layout),
    country: ownCountry(),
    site: 'default',
  }));
  const sending = useImport();
  const { meanings, country, site } = fields;
  const namesSomebody = namesPeople(meanings);
  const settings = useMemo(() => {
    if (!namesSomebody || !isCountry(country) || !isSite(site)) return undefined;
    const code = country.trim().toUpperCase();
    return { site: site.trim(), zone, ...(code === '' ? {} : { country: code }) };
  }, [namesSomebody, country, site, zone]);
  const request = useMemo(
    () =>
      settings && {
        ...settings,
        rows: list.rows.slice(0, PREVIEWED).map((row) => toImportRow(row, list.layout, meanings)),
      },
    [settings, list, meanings]
  );
  const settled = useDebounced(request, TYPING_MS);
  const start = (): void => {
    if (!settings) return;
    const rows = list.rows.map((row) => toImportRow(row, list.layout, meanings));
    void sending.start(rows, settings);
  };
  return (
    <>
      <EuiSpacer size="m" />
      <ColumnForm list={list} fields={fields} onChange={setFields} />
      <EuiSpacer size="m" />
      {namesSomebody ? null : (
        <EuiCallOut
          announceOnMount
          size="s"
          iconType="info"
          title={t('vishing.people.namesMissingTitle')}
          data-test-subj="namesMissing"
        />
      )}
      {settled && request ? <PreviewPeople request={settled} /> : null}
      <EuiSpacer size="m" />
      <SendList
        sending={sending}
        rows={list.rows.length}
        isReady={request !== undefined}
        onStart={start}
        onAgain={onAgain}
      />
    </>
  );
};
