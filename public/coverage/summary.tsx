import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiStat } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import { AppLink } from '../shared/app_link';
import { GRADES, type Grade } from './grade';
import { t } from './translations';
import type { CoverageAndRuns } from './use_coverage';
import type { CoverageView } from './view';

const COLORS = { covered: 'success', partly: 'default', blind: 'danger' } as const;

const Stat = (props: {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly color?: (typeof COLORS)[Grade];
}): ReactElement => (
  <EuiFlexItem>
    <EuiStat
      title={props.title}
      description={props.description}
      titleElement="p"
      titleSize="m"
      titleColor={props.color ?? 'default'}
      data-test-subj={`stat-${props.id}`}
    />
  </EuiFlexItem>
);

/** The page in five numbers. */
export const Summary = ({ view }: { view: CoverageView }): ReactElement => {
  const { techniques, dataSets, rules, running, world } = view;
  const present = dataSets.filter(({ id }) => world.dataSetPresence(id) === 'present').length;
  return (
    <EuiFlexGroup
      role="group"
      aria-label={t('vishing.coverage.summaryAriaLabel')}
      gutterSize="m"
      data-test-subj="coverageSummary"
    >
      {GRADES.map((grade) => (
        <Stat
          key={grade}
          id={grade}
          color={COLORS[grade]}
          title={String(techniques.filter((technique) => technique.grade === grade).length)}
          description={t('vishing.coverage.techniquesStatDescription', {
            grade: t(`vishing.coverage.${grade}Label`),
            total: techniques.length,
          })}
        />
      ))}
      <Stat
        id="rules"
        title={t('vishing.coverage.rulesStatTitle', { running, total: rules.length })}
        description={t('vishing.coverage.rulesStatDescription')}
      />
      <Stat
        id="dataSets"
        title={t('vishing.coverage.dataSetsStatTitle', { present, total: dataSets.length })}
        description={t('vishing.coverage.dataSetsStatDescription')}
      />
    </EuiFlexGroup>
  );
};

interface NoticesProps extends Pick<CoverageAndRuns, 'engineError'> {
  readonly view: CoverageView;
  /** The chosen time in words. */
  readonly range: string;
}

const Notice = (props: {
  readonly id: string;
  readonly isWarning?: boolean;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <EuiFlexItem>
    <EuiCallOut
      announceOnMount
      size="s"
      {...(props.isWarning
        ? ({ color: 'warning', iconType: 'warning' } as const)
        : ({ color: 'primary', iconType: 'info' } as const))}
      title={props.title}
      data-test-subj={props.id}
    >
      {props.children}
    </EuiCallOut>
  </EuiFlexItem>
);

/** What makes the page less than the whole truth, and what could be done at once. */
export const Notices = ({ view, range, engineError }: NoticesProps): ReactElement => {
  const { dataSets, world, idle } = view;
  const unknown = dataSets.flatMap(({ feeds }) => feeds.filter(({ state }) => state === 'unknown'));
  const reasons = [...new Set(unknown.map(({ index, reason = '' }) => `${index}: ${reason}`))];
  const isEmpty = dataSets.every(({ id }) => world.dataSetPresence(id) === 'missing');
  return (
    <EuiFlexGroup direction="column" gutterSize="s">
      {engineError ? (
        <Notice id="engineError" isWarning title={t('vishing.coverage.engineErrorTitle')}>
          <p>{engineError.message}</p>
        </Notice>
      ) : null}
      {reasons.length > 0 ? (
        <Notice
          id="unknownData"
          isWarning
          title={t('vishing.coverage.unknownTitle', { count: reasons.length })}
        >
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isEmpty ? (
        <Notice id="noRecords" title={t('vishing.coverage.noRecordsTitle', { range })}>
          <p>{t('vishing.coverage.noRecordsDescription')}</p>
        </Notice>
      ) : null}
      {idle.length > 0 ? (
        <Notice id="idleRules" title={t('vishing.coverage.idleTitle', { count: idle.length })}>
          <p>
            {`${t('vishing.coverage.idleDescription')} `}
            <AppLink to={{ pathname: '/rules' }}>{t('vishing.coverage.idleLinkText')}</AppLink>
          </p>
        </Notice>
      ) : null}
    </EuiFlexGroup>
  );
};
