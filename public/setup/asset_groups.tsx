import {
  EuiAccordion,
  EuiBadge,
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import {
  assetKindSchema,
  type AssetKind,
  type AssetResult,
  type AssetStatus,
} from '../../common/api/setup';
import { t } from './translations';

/** An asset with its state now and what the last installation did to it. */
interface AssetRow extends AssetStatus {
  readonly outcome: AssetResult | undefined;
}

const KIND_TITLES: Readonly<Record<AssetKind, string>> = {
  component_template: t('vishing.setup.componentTemplateKindTitle'),
  index_template: t('vishing.setup.indexTemplateKindTitle'),
  index: t('vishing.setup.indexKindTitle'),
  ingest_pipeline: t('vishing.setup.ingestPipelineKindTitle'),
  task: t('vishing.setup.taskKindTitle'),
  rule: t('vishing.setup.ruleKindTitle'),
};

const STATE_LOOKS = {
  current: { color: 'success', iconType: 'check', label: t('vishing.setup.currentStateLabel') },
  missing: { color: 'warning', iconType: 'cross', label: t('vishing.setup.missingStateLabel') },
  outdated: { color: 'warning', iconType: 'clock', label: t('vishing.setup.outdatedStateLabel') },
  foreign: { color: 'danger', iconType: 'warning', label: t('vishing.setup.foreignStateLabel') },
  unknown: {
    color: 'hollow',
    iconType: 'question',
    label: t('vishing.setup.unknownStateLabel'),
  },
} as const;

const RESULT_LOOKS = {
  installed: {
    color: 'success',
    iconType: 'check',
    label: t('vishing.setup.installedResultLabel'),
  },
  updated: { color: 'success', iconType: 'check', label: t('vishing.setup.updatedResultLabel') },
  unchanged: {
    color: 'default',
    iconType: 'check',
    label: t('vishing.setup.unchangedResultLabel'),
  },
  failed: { color: 'danger', iconType: 'warning', label: t('vishing.setup.failedResultLabel') },
} as const;

const StateBadge = ({ row }: { row: AssetRow }): ReactElement => {
  const { label, ...look } = row.outcome
    ? RESULT_LOOKS[row.outcome.result]
    : STATE_LOOKS[row.state];
  return (
    <EuiBadge {...look} data-test-subj={`assetState-${row.id}`}>
      {label}
    </EuiBadge>
  );
};

const AssetTable = ({ title, rows }: { title: string; rows: AssetRow[] }): ReactElement => (
  <EuiBasicTable<AssetRow>
    compressed
    tableCaption={title}
    items={rows}
    itemId="id"
    columns={[
      { field: 'name', name: t('vishing.setup.nameColumnTitle') },
      {
        name: t('vishing.setup.stateColumnTitle'),
        width: '140px',
        render: (row: AssetRow) => <StateBadge row={row} />,
      },
      {
        name: t('vishing.setup.reasonColumnTitle'),
        width: '45%',
        render: (row: AssetRow) => row.outcome?.reason ?? row.detail ?? '',
      },
    ]}
  />
);

/** The reason that all rows give, such as a missing privilege: said once for all of them. */
const sharedDetail = (rows: readonly AssetRow[]): string | undefined => {
  const [first] = rows;
  const isShared = rows.length > 1 && rows.every(({ detail }) => detail === first?.detail);
  return isShared && rows.every(({ outcome }) => outcome?.reason === undefined)
    ? first?.detail
    : undefined;
};

const isFailed = ({ outcome }: AssetRow): boolean => outcome?.result === 'failed';
const isCurrent = ({ state }: AssetRow): boolean => state === 'current';

const Group = ({ kind, rows }: { kind: AssetKind; rows: AssetRow[] }): ReactElement => {
  const detail = sharedDetail(rows);
  const needsLook = rows.some((row) => isFailed(row) || !isCurrent(row));
  return (
    <>
      <EuiPanel hasBorder hasShadow={false} paddingSize="s" data-test-subj={`assetGroup-${kind}`}>
        <EuiAccordion
          key={String(needsLook)}
          id={`assets-${kind}`}
          initialIsOpen={needsLook}
          buttonContent={
            <EuiTitle size="xxs">
              <h2>{KIND_TITLES[kind]}</h2>
            </EuiTitle>
          }
          extraAction={
            <EuiText size="s" color="subdued">
              {t('vishing.setup.kindSummaryLabel', {
                current: rows.filter(isCurrent).length,
                total: rows.length,
              })}
            </EuiText>
          }
        >
          <EuiSpacer size="s" />
          {detail === undefined ? null : (
            <EuiText size="s" color="subdued">
              <p>{detail}</p>
            </EuiText>
          )}
          <AssetTable
            title={KIND_TITLES[kind]}
            rows={detail === undefined ? rows : rows.map((row) => ({ ...row, detail: undefined }))}
          />
        </EuiAccordion>
      </EuiPanel>
      <EuiSpacer size="s" />
    </>
  );
};

/** Everything that is installed, grouped by kind; groups that need a look are open. */
export const AssetGroups = ({
  assets,
  results,
}: {
  assets: readonly AssetStatus[];
  results: readonly AssetResult[] | undefined;
}): ReactElement => {
  const rows = assets.map((asset) => ({
    ...asset,
    outcome: results?.find(({ kind, id }) => kind === asset.kind && id === asset.id),
  }));
  const groups = assetKindSchema.options
    .map((kind) => ({ kind, rows: rows.filter((row) => row.kind === kind) }))
    .filter((group) => group.rows.length > 0);
  return (
    <EuiFlexGroup direction="column" gutterSize="none">
      <EuiFlexItem>
        {groups.map((group) => (
          <Group key={group.kind} {...group} />
        ))}
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
