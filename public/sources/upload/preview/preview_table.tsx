import { EuiBadge, EuiBasicTable, EuiButtonEmpty } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RecordPreview } from '../../../../common/api/sources';
import { t } from '../../translations';

interface Row {
  readonly index: number;
  readonly preview: RecordPreview;
}

const LOOKS = {
  parsed: { color: 'success', iconType: 'check', label: t('vishing.sources.parsedLabel') },
  failed: { color: 'danger', iconType: 'warning', label: t('vishing.sources.notParsedLabel') },
  dropped: { color: 'hollow', iconType: 'minus', label: t('vishing.sources.droppedLabel') },
} as const;

/** Why a party has no telephone number. */
const QUALITIES: Readonly<Record<string, string>> = {
  extension: t('vishing.sources.extensionQualityLabel'),
  short_code: t('vishing.sources.shortCodeQualityLabel'),
  anonymous: t('vishing.sources.anonymousQualityLabel'),
  masked: t('vishing.sources.maskedQualityLabel'),
  sip_uri: t('vishing.sources.sipUriQualityLabel'),
  invalid: t('vishing.sources.invalidQualityLabel'),
};

const sideText = (side: RecordPreview['caller']): string => {
  if (!side) return '';
  if (side.display !== undefined) return side.display;
  return `${side.raw ?? ''} (${QUALITIES[side.quality ?? 'invalid']})`;
};

/** One line for each record: its text, whether it is understood, and who called whom. */
export const PreviewTable = ({
  previews,
  chosen,
  onChoose,
}: {
  previews: readonly RecordPreview[];
  chosen: number;
  onChoose: (index: number) => void;
}): ReactElement => (
  <EuiBasicTable<Row>
    compressed
    tableCaption={t('vishing.sources.previewRecordsCaption')}
    items={previews.map((preview, index) => ({ index, preview }))}
    itemId="index"
    rowProps={({ index }) => ({ isSelected: index === chosen })}
    data-test-subj="previewTable"
    columns={[
      {
        name: t('vishing.sources.rawColumnTitle'),
        width: '40%',
        truncateText: true,
        render: ({ index, preview }: Row) => (
          <EuiButtonEmpty
            size="xs"
            flush="left"
            onClick={() => onChoose(index)}
            aria-label={t('vishing.sources.showRecordAriaLabel', { index: index + 1 })}
            aria-current={index === chosen}
            data-test-subj={`previewRecord-${index}`}
          >
            {preview.message.slice(0, 200)}
          </EuiButtonEmpty>
        ),
      },
      {
        name: t('vishing.sources.resultColumnTitle'),
        width: '150px',
        render: ({ preview }: Row) => {
          const { label, ...look } = LOOKS[preview.outcome];
          return <EuiBadge {...look}>{label}</EuiBadge>;
        },
      },
      {
        name: t('vishing.sources.callerLabel'),
        render: ({ preview }: Row) => sideText(preview.caller),
      },
      {
        name: t('vishing.sources.calleeLabel'),
        render: ({ preview }: Row) => sideText(preview.callee),
      },
    ]}
  />
);
