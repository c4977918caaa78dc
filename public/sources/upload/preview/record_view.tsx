import {
  EuiBasicTable,
  EuiCallOut,
  EuiCodeBlock,
  EuiFlexGroup,
  EuiFlexItem,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RecordPreview } from '../../../../common/api/sources';
import { t } from '../../translations';

type Field = RecordPreview['fields'][number];

/** One record as it came, beside the fields that are stored of it. */
export const RecordView = ({ preview }: { preview: RecordPreview }): ReactElement => (
  <EuiFlexGroup gutterSize="m" data-test-subj="recordView">
    <EuiFlexItem grow={2}>
      <EuiTitle size="xxs">
        <h3>{t('vishing.sources.rawTitle')}</h3>
      </EuiTitle>
      <EuiCodeBlock
        isCopyable
        fontSize="s"
        paddingSize="s"
        overflowHeight={360}
        whiteSpace="pre-wrap"
      >
        {preview.message}
      </EuiCodeBlock>
    </EuiFlexItem>
    <EuiFlexItem grow={3}>
      <EuiTitle size="xxs">
        <h3>{t('vishing.sources.fieldsTitle')}</h3>
      </EuiTitle>
      {preview.reason === undefined ? (
        <EuiBasicTable<Field>
          compressed
          tableCaption={t('vishing.sources.previewFieldsCaption')}
          items={[...preview.fields]}
          itemId="name"
          data-test-subj="previewFields"
          columns={[
            { field: 'name', name: t('vishing.sources.fieldColumnTitle'), width: '45%' },
            { field: 'value', name: t('vishing.sources.valueColumnTitle') },
          ]}
        />
      ) : (
        <EuiCallOut
          announceOnMount
          size="s"
          color="danger"
          iconType="warning"
          title={t('vishing.sources.notParsedLabel')}
          data-test-subj="previewReason"
        >
          <p>{preview.reason}</p>
        </EuiCallOut>
      )}
    </EuiFlexItem>
  </EuiFlexGroup>
);
