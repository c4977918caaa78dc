import {
  EuiButton,
  EuiFlexGroup,
  EuiFlexItem,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import { z } from 'zod';
import { BACKTEST_MAX_DAYS } from '../../../common/api/backtest';
import type { Parameter } from '../../../common/model/parameter';
import type { TunedValues } from '../../../common/model/tuning';
import { Notice } from '../../shared/states/notice';
import { useServices } from '../../shared/services';
import { RangePicker } from '../../shared/subject/range_picker';
import { resolveRange, type PickedRange } from '../../shared/url/time_range';
import { useUrlState } from '../../shared/url/use_url_state';
import { AlertsTable } from './alerts_table';
import { backtestClientOf, sameValues } from './backtest_client';
import { compareAlerts } from './compare';
import { Notices } from './notices';
import { Summary } from './summary';
import { SweepPanel } from './sweep_panel';
import { TopLists } from './top_lists';
import { t } from './translations';
import { useBacktest, type Backtest } from './use_backtest';

const DAY_MS = 86_400_000;
/** `now` moves; a back-test that is run again soon has the same parts. */
const STEP_MS = 300_000;

const rangeUrlSchema = z.object({
  from: z.string().max(100).catch('now-7d').default('now-7d'),
  to: z.string().max(100).catch('now').default('now'),
});

export interface BacktestPanelProps {
  readonly ruleId: string;
  readonly parameters: readonly Parameter[];
  /** Values being edited; absent while one of them is wrong. */
  readonly values: TunedValues | undefined;
  /** Values in force. */
  readonly current: TunedValues;
}

const sameRange = (a: PickedRange, b: PickedRange): boolean => a.from === b.from && a.to === b.to;

const Warning = ({ title, subject }: { title: string; subject: string }): ReactElement => (
  <>
    <Notice title={title} data-test-subj={subject} />
    <EuiSpacer size="m" />
  </>
);

const Progress = ({ backtest }: { backtest: Backtest }): ReactElement => {
  const { status, done, total } = backtest;
  return (
    <>
      <EuiProgress
        size="xs"
        value={done}
        max={total}
        aria-label={t('vishing.backtest.progressLabel', { done, total })}
      />
      <EuiText size="xs" color="subdued" aria-live="polite" data-test-subj="backtestProgress">
        {status === 'cancelled'
          ? t('vishing.backtest.cancelledLabel', { done, total })
          : t('vishing.backtest.progressLabel', { done, total })}
      </EuiText>
      <EuiSpacer size="s" />
    </>
  );
};

const Result = ({
  backtest,
  parameters,
}: {
  backtest: Backtest;
  parameters: readonly Parameter[];
}): ReactElement => {
  const { tried, present } = backtest;
  const alerts = useMemo(() => compareAlerts(tried, present), [tried, present]);
  return (
    <>
      <Notices backtest={backtest} />
      <Summary backtest={backtest} alerts={alerts} parameters={parameters} />
      <EuiSpacer size="m" />
      <TopLists alerts={tried} />
      <EuiSpacer size="m" />
      <AlertsTable alerts={alerts} isCompared={present !== undefined} />
      <EuiSpacer size="m" />
    </>
  );
};

/** What would the rule have found with these values, in this space's own data? */
export const BacktestPanel = (props: BacktestPanelProps): ReactElement => {
  const { ruleId, parameters, values, current } = props;
  const { core } = useServices();
  const client = useMemo(() => backtestClientOf(core.http, ruleId), [core, ruleId]);
  const { backtest, run, cancel } = useBacktest(ruleId, client);
  const [picked, setPicked] = useUrlState(rangeUrlSchema);
  const resolve = () => resolveRange(picked, new Date(Math.floor(Date.now() / STEP_MS) * STEP_MS));
  const { from, to } = resolve();
  const isTooLong = Date.parse(to) - Date.parse(from) > BACKTEST_MAX_DAYS * DAY_MS;
  const isRunning = backtest?.status === 'running';
  const isChanged =
    backtest !== undefined &&
    values !== undefined &&
    !isRunning &&
    !(sameValues(backtest.values, values) && sameRange(backtest.picked, picked));
  const start = (): void => {
    if (!values || isTooLong) return;
    run({ range: resolve(), picked, values, current });
  };
  return (
    <div data-test-subj="backtestPanel">
      <EuiText size="s">{t('vishing.backtest.description')}</EuiText>
      <EuiSpacer size="m" />
      {values ? null : (
        <Warning title={t('vishing.backtest.invalidTitle')} subject="backtestInvalid" />
      )}
      {isTooLong ? (
        <Warning
          title={t('vishing.backtest.tooLongTitle', { days: BACKTEST_MAX_DAYS })}
          subject="backtestTooLong"
        />
      ) : null}
      <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
        <EuiFlexItem grow={false}>
          <RangePicker
            {...picked}
            isLoading={isRunning}
            onPick={setPicked}
            onRefresh={() => {
              client.forget();
              start();
            }}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            fill
            size="s"
            isDisabled={!values || isTooLong || isRunning}
            onClick={start}
            data-test-subj="runBacktestButton"
          >
            {t('vishing.backtest.runButtonLabel')}
          </EuiButton>
        </EuiFlexItem>
        {isRunning ? (
          <EuiFlexItem grow={false}>
            <EuiButton size="s" onClick={cancel} data-test-subj="cancelBacktestButton">
              {t('vishing.backtest.cancelButtonLabel')}
            </EuiButton>
          </EuiFlexItem>
        ) : null}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {isChanged ? (
        <Warning title={t('vishing.backtest.changedTitle')} subject="backtestChanged" />
      ) : null}
      {backtest ? <Progress backtest={backtest} /> : null}
      {backtest && (backtest.done > 0 || backtest.status === 'failed') ? (
        <Result backtest={backtest} parameters={parameters} />
      ) : null}
      {backtest && !isRunning ? (
        <SweepPanel backtest={backtest} client={client} parameters={parameters} />
      ) : null}
    </div>
  );
};
