import { EuiFlexGrid, EuiFlexItem, EuiText } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { BacktestAlert } from '../../../common/api/backtest';
import { NumberLink, PersonLink } from '../../shared/subject/links';
import { Section } from '../../shared/subject/section';
import { topOf, type TopEntry } from './compare';
import { t } from './translations';

interface TopListProps {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly TopEntry[];
  children(entry: TopEntry): ReactNode;
}

const TopList = ({ id, title, entries, children }: TopListProps): ReactElement => (
  <EuiFlexItem>
    <Section id={id} title={title}>
      <EuiText size="s">
        {entries.length === 0 ? t('vishing.backtest.noneLabel') : null}
        {entries.map((entry) => (
          <div key={entry.key}>
            {children(entry)} <strong>{t('vishing.backtest.topLabel', { ...entry })}</strong>
          </div>
        ))}
      </EuiText>
    </Section>
  </EuiFlexItem>
);

const same = (text: string | undefined) =>
  text === undefined ? undefined : { key: text, label: text };

/** Who would be in most of the alerts. */
export const TopLists = ({ alerts }: { alerts: readonly BacktestAlert[] }): ReactElement => (
  <EuiFlexGrid columns={3} gutterSize="m">
    <TopList
      id="backtestCallers"
      title={t('vishing.backtest.callersTitle')}
      entries={topOf(alerts, ({ number }) => same(number))}
    >
      {({ label }) => <NumberLink number={label} text={label} />}
    </TopList>
    <TopList
      id="backtestPeople"
      title={t('vishing.backtest.peopleTitle')}
      entries={topOf(alerts, ({ person, address }) =>
        person ? { key: person.id, label: person.full_name ?? person.id } : same(address)
      )}
    >
      {({ key, label }) => (
        <PersonLink
          id={alerts.some(({ person }) => person?.id === key) ? key : undefined}
          text={label}
        />
      )}
    </TopList>
    <TopList
      id="backtestHosts"
      title={t('vishing.backtest.hostsTitle')}
      entries={topOf(alerts, ({ host }) => same(host))}
    >
      {({ label }) => label}
    </TopList>
  </EuiFlexGrid>
);
