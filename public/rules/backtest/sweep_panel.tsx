import {
  EuiBasicTable,
  EuiButton,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSelect,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { Parameter } from '../../../common/model/parameter';
import { formatBound, formatShare } from '../../shared/format/number';
import { Section } from '../../shared/subject/section';
import type { BacktestClient } from './backtest_client';
import { canSweep, sweepValues } from './sweep';
import { SweepCurve } from './sweep_curve';
import { t } from './translations';
import type { Backtest } from './use_backtest';
import { useSweep, type Sweep, type SweepPoint } from './use_sweep';

interface SweepPanelProps {
  readonly backtest: Backtest;
  readonly client: BacktestClient;
  readonly parameters: readonly Parameter[];
}

const nameOf = (id: string): string => {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const Points = ({
  sweep,
  confirmed,
  own,
}: {
  sweep: Sweep;
  confirmed: number;
  own: string;
}): ReactElement => (
  <>
    <SweepCurve points={sweep.points} confirmed={confirmed} />
    <EuiSpacer size="s" />
    <EuiBasicTable<SweepPoint>
      compressed
      tableCaption={t('vishing.backtest.sweepCaption', { name: nameOf(sweep.parameterId) })}
      items={[...sweep.points]}
      columns={[
        {
          name: t('vishing.backtest.valueColumnTitle'),
          render: ({ value }: SweepPoint) =>
            String(value) === own
              ? t('vishing.backtest.triedLabel', { value: String(value) })
              : String(value),
        },
        {
          name: t('vishing.backtest.alertsColumnTitle'),
          render: ({ alerts, truncated }: SweepPoint) => formatBound(alerts, truncated),
        },
        {
          name: t('vishing.backtest.foundColumnTitle'),
          render: ({ found }: SweepPoint) =>
            confirmed === 0 ? '–' : `${found} (${formatShare(found / confirmed)})`,
        },
      ]}
      data-test-subj="sweepTable"
    />
  </>
);

/** One parameter from its least to its greatest value: alerts against confirmed calls. */
export const SweepPanel = ({
  backtest,
  client,
  parameters,
}: SweepPanelProps): ReactElement | null => {
  const choices = parameters.filter(canSweep);
  const [chosen, setChosen] = useState(choices[0]?.id);
  const { sweep, run, cancel } = useSweep(client);
  const parameter = choices.find(({ id }) => id === chosen);
  if (!parameter) return null;
  const confirmed = backtest.ground?.confirmed_call_ids ?? [];
  const own = (backtest.values[parameter.id] ?? parameter.default) as string | number;
  const start = (): void =>
    run({
      ...{ parameterId: parameter.id, candidates: sweepValues(parameter, own), confirmed },
      ...{ range: backtest.range, values: backtest.values },
    });
  return (
    <Section
      id="backtestSweep"
      title={t('vishing.backtest.sweepTitle')}
      description={t('vishing.backtest.sweepDescription')}
    >
      <EuiFlexGroup gutterSize="s" alignItems="flexEnd" wrap responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiFormRow label={t('vishing.backtest.sweepLabel')} display="rowCompressed">
            <EuiSelect
              compressed
              value={parameter.id}
              disabled={sweep?.isRunning === true}
              options={choices.map(({ id }) => ({ value: id, text: nameOf(id) }))}
              onChange={({ target }) => setChosen(target.value)}
              data-test-subj="sweepParameter"
            />
          </EuiFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            onClick={sweep?.isRunning ? cancel : start}
            data-test-subj="sweepButton"
          >
            {t(
              sweep?.isRunning
                ? 'vishing.backtest.cancelButtonLabel'
                : 'vishing.backtest.sweepButtonLabel'
            )}
          </EuiButton>
        </EuiFlexItem>
        {sweep ? (
          <EuiFlexItem grow={false}>
            <EuiText size="xs" color="subdued" aria-live="polite">
              {t('vishing.backtest.sweepProgressLabel', { done: sweep.done, total: sweep.total })}
            </EuiText>
          </EuiFlexItem>
        ) : null}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {sweep?.reason === undefined ? null : (
        <EuiCallOut
          announceOnMount
          size="s"
          color="danger"
          iconType="error"
          title={t('vishing.backtest.failedTitle')}
        >
          <p>{sweep.reason}</p>
        </EuiCallOut>
      )}
      {sweep && sweep.parameterId === parameter.id && sweep.points.length > 0 ? (
        <Points sweep={sweep} confirmed={confirmed.length} own={String(own)} />
      ) : null}
    </Section>
  );
};
