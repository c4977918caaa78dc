import { EuiBasicTable, EuiCode, EuiFieldSearch, EuiSpacer } from '@elastic/eui';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { getEventDocument } from '../../common/api/call';
import { callApi } from '../api/call_api';
import { useQuery } from '../api/use_query';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { flattenDocument, searchFields, type FlatField } from './flatten';
import { t } from './translations';

const Fields = ({ fields }: { fields: readonly FlatField[] }): ReactElement => {
  const [text, setText] = useState('');
  return (
    <>
      <EuiFieldSearch
        compressed
        fullWidth
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('vishing.call.searchFieldsPlaceholder')}
        aria-label={t('vishing.call.searchFieldsPlaceholder')}
        data-test-subj="fieldSearch"
      />
      <EuiSpacer size="s" />
      <EuiBasicTable<FlatField>
        compressed
        tableCaption={t('vishing.call.fieldsCaption')}
        items={searchFields(fields, text)}
        itemId="field"
        noItemsMessage={t('vishing.call.noFieldLabel')}
        columns={[
          {
            field: 'field',
            name: t('vishing.call.fieldColumnTitle'),
            width: '40%',
            render: (field: string) => <EuiCode transparentBackground>{field}</EuiCode>,
          },
          {
            field: 'value',
            name: t('vishing.call.valueColumnTitle'),
            render: (value: string) => <span style={{ overflowWrap: 'anywhere' }}>{value}</span>,
          },
        ]}
        data-test-subj="documentFields"
      />
    </>
  );
};

/** The whole document behind a mark, as fields that can be searched. */
export const EventDocument = ({ index, id }: { index: string; id: string }): ReactElement => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) =>
      callApi(core.http, getEventDocument, { params: { index, id }, signal }),
    [core, index, id]
  );
  const { data, error, reload } = useQuery(load);
  const fields = useMemo(() => (data ? flattenDocument(data.source) : []), [data]);
  const what = t('vishing.call.theDocumentLabel');
  if (error) return <LoadError error={error} what={what} onRetry={reload} />;
  if (!data) return <SkeletonRows what={what} rows={8} heightPx={20} />;
  return <Fields fields={fields} />;
};
