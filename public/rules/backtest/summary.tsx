import { EuiFlexGrid, EuiFlexItem, EuiSpacer, EuiText, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import { formatDuration } from '../../../common/format/duration';
import type { Parameter } from '../../../common/model/parameter';
import { Bars } from '../../shared/bars';
import { formatShare } from '../../shared/format/number';
import { useServices } from '../../shared/services';
import { Section } from '../../shared/subject/section';
import { chanceOf, windowSecondsOf } from './chance';
import { countChanges, foundOf, perDay, type ComparedAlert } from './compare';
import { t } from './translations';
import type { Backtest } from './use_backtest';

const HEIGHT_PX = 80;
const DAY_MS = 86_400_000;

/** One digit behind the point where the number is small. */
export const rateOf = (count: number): string =>
  count >= 10 ? String(Math.round(count)) : count.toFixed(count >= 1 ? 1 : 2);

/** Which share (0 to 1) of the range was read; its parts are not of one length. */
const readShareOf = ({ range, readMs }: Backtest): number =>
  readMs / Math.max(1, Date.parse(range.to) - Date.parse(range.from));

const Days = ({
  backtest: { range },
  alerts,
}: {
  backtest: Backtest;
  alerts: readonly ComparedAlert[];
}): ReactElement => {
  const { zone } = useServices();
  const { euiTheme } = useEuiTheme();
  const days = perDay(alerts, { ...range, zone });
  return (
    <>
      <Bars
        width="full"
        height={HEIGHT_PX}
        totalColor={euiTheme.colors.warning}
        partColor={euiTheme.colors.primary}
        ariaLabel={t('vishing.backtest.daysAriaLabel', {
          count: days.reduce((sum, day) => sum + day.alerts, 0),
          days: days.length,
          most: Math.max(0, ...days.map((day) => day.alerts)),
        })}
        bars={days.map(({ day, alerts: count, stay }) => ({
          key: day,
          title: t('vishing.backtest.dayTitle', { day, count, stay }),
          total: count,
          part: stay,
        }))}
        data-test-subj="backtestBars"
      />
      <EuiText size="xs" color="subdued">
        {days[0]?.day} – {days.at(-1)?.day} ({zone}){' '}
        <span aria-hidden="true" style={{ color: euiTheme.colors.primary }}>
          ■
        </span>{' '}
        {t('vishing.backtest.staysLegend')}{' '}
        <span aria-hidden="true" style={{ color: euiTheme.colors.warning }}>
          ■
        </span>{' '}
        {t('vishing.backtest.comesLegend')}
      </EuiText>
    </>
  );
};

const ChancePanel = ({
  backtest,
  parameters,
}: {
  backtest: Backtest;
  parameters: readonly Parameter[];
}): ReactElement => {
  const { rates, ground, values, done } = backtest;
  const windowSeconds = windowSecondsOf(parameters, values);
  // Days and people are those of the whole range.
  const days = ground ? ground.days * readShareOf(backtest) : 0;
  const chance =
    rates && ground && done > 0
      ? chanceOf({ ...rates, callers: ground.callers, days, windowSeconds })
      : undefined;
  return (
    <Section id="backtestChance" title={t('vishing.backtest.chanceTitle')}>
      {chance && rates && ground ? (
        <>
          <EuiText size="s" data-test-subj="chanceLabel">
            {t('vishing.backtest.chanceLabel', {
              alerts: rateOf(chance.alerts),
              percent: `${(chance.share * 100).toFixed(1)} %`,
            })}
          </EuiText>
          <EuiText size="xs" color="subdued">
            {t('vishing.backtest.chanceDescription', {
              ...rates,
              ...{ callers: ground.callers, days: Math.ceil(days) },
              ...{ rate: rateOf(chance.callsPerDay), window: formatDuration(windowSeconds) },
            })}
          </EuiText>
        </>
      ) : (
        <EuiText size="s">{t('vishing.backtest.noChanceLabel')}</EuiText>
      )}
    </Section>
  );
};

const RecallPanel = ({
  backtest: { ground, tried },
}: {
  backtest: Backtest;
}): ReactElement | null => {
  if (!ground) return null;
  const { confirmed_call_ids: confirmed } = ground;
  return (
    <Section id="backtestRecall" title={t('vishing.backtest.recallTitle')}>
      <EuiText size="s" data-test-subj="recallLabel">
        {confirmed.length === 0
          ? t('vishing.backtest.noRecallLabel')
          : `${t('vishing.backtest.recallLabel', {
              found: foundOf(tried, confirmed),
              count: confirmed.length,
            })} ${formatShare(foundOf(tried, confirmed) / confirmed.length)}`}
      </EuiText>
      <EuiText size="xs" color="subdued">
        {t('vishing.backtest.recallDescription')}
      </EuiText>
    </Section>
  );
};

/** How many alerts, on which days, how many by chance, and how many of the calls that are known to be attacks. */
export const Summary = ({
  backtest,
  alerts,
  parameters,
}: {
  backtest: Backtest;
  alerts: readonly ComparedAlert[];
  parameters: readonly Parameter[];
}): ReactElement => {
  const { tried, present, range, truncated } = backtest;
  const days = Math.max(1, (Date.parse(range.to) - Date.parse(range.from)) / DAY_MS);
  const read = days * readShareOf(backtest);
  const text = truncated ? 'vishing.backtest.boundLabel' : 'vishing.backtest.alertsLabel';
  return (
    <>
      <Section id="backtestDays" title={t('vishing.backtest.resultTitle')}>
        <EuiText size="s" data-test-subj="backtestCount">
          <strong>
            {t(text, { count: tried.length, rate: rateOf(tried.length / Math.max(read, 1)) })}
          </strong>{' '}
          {present
            ? t('vishing.backtest.changesLabel', { ...countChanges(alerts) })
            : t('vishing.backtest.sameLabel')}
        </EuiText>
        <EuiSpacer size="s" />
        <Days backtest={backtest} alerts={alerts} />
      </Section>
      <EuiSpacer size="m" />
      <EuiFlexGrid columns={2} gutterSize="m">
        <EuiFlexItem>
          <ChancePanel backtest={backtest} parameters={parameters} />
        </EuiFlexItem>
        <EuiFlexItem>
          <RecallPanel backtest={backtest} />
        </EuiFlexItem>
      </EuiFlexGrid>
    </>
  );
};
