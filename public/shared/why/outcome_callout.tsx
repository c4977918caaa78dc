import { EuiCallOut } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { CheckedCondition, WhyAnswer } from '../../../common/api/why';
import { AppLink } from '../app_link';
import { formatDuration } from '../format/duration';
import { formatInstant } from '../format/instant';
import { useServices } from '../services';
import { conditionSentence } from './condition_text';
import { ParameterLinks } from './conditions_table';
import { t } from './translations';

interface OutcomeProps {
  readonly ruleId: string;
  readonly answer: WhyAnswer;
  /** Of the event that is shown. */
  readonly conditions: readonly CheckedCondition[];
}

const Missing = ({ ruleId, answer, conditions }: OutcomeProps): ReactElement => (
  <ul data-test-subj="whyMissing">
    {conditions
      .filter(({ holds }) => holds === false)
      .map((condition) => (
        <li key={condition.expression}>
          {conditionSentence(condition, answer)}
          <ParameterLinks ruleId={ruleId} ids={condition.parameters} />
        </li>
      ))}
  </ul>
);

const COLORS = {
  alerted: 'success',
  other_call: 'primary',
  would_alert: 'warning',
  too_old: 'warning',
  missed: 'primary',
  no_event: 'primary',
  no_person: 'warning',
} as const;

const titleOf = (answer: WhyAnswer, missing: number): string => {
  switch (answer.outcome) {
    case 'alerted':
      return t('vishing.why.alertedTitle');
    case 'other_call':
      return t('vishing.why.otherCallTitle');
    case 'would_alert':
      return t('vishing.why.wouldAlertTitle');
    case 'too_old':
      return t('vishing.why.tooOldTitle');
    case 'missed':
      return t('vishing.why.missedTitle', { count: missing });
    case 'no_event':
      return answer.signals.length > 0
        ? t('vishing.why.noEventTitle', { signals: answer.signals.join(', ') })
        : t('vishing.why.noEventPlainTitle');
    case 'no_person':
      return t('vishing.why.noPersonTitle');
  }
};

const NoEvent = (props: OutcomeProps): ReactElement => {
  const { zone } = useServices();
  const { answer, conditions } = props;
  const { join, window } = answer;
  const isMissing = conditions.some(({ holds }) => holds === false);
  return (
    <>
      {join && window ? (
        <p>
          {t('vishing.why.noEventDescription', {
            field: join.field,
            values: join.values.join(', '),
            from: formatInstant(window.from, zone, 'dayAndTime'),
            to: formatInstant(window.to, zone, 'dayAndTime'),
          })}
        </p>
      ) : null}
      {isMissing ? (
        <>
          {answer.candidates.length > 0 ? <p>{t('vishing.why.nearestDescription')}</p> : null}
          <Missing {...props} />
        </>
      ) : null}
    </>
  );
};

const bodyOf = (props: OutcomeProps): ReactNode => {
  const { answer } = props;
  const lookBack = formatDuration(answer.looks_back_seconds * 1000);
  switch (answer.outcome) {
    case 'would_alert':
      return <p>{t('vishing.why.wouldAlertDescription', { lookBack })}</p>;
    case 'too_old':
      return <p>{t('vishing.why.tooOldDescription', { lookBack })}</p>;
    case 'missed':
      return <Missing {...props} />;
    case 'no_event':
      return <NoEvent {...props} />;
    case 'no_person':
      return <p>{t('vishing.why.noPersonDescription', { field: answer.join?.field ?? '' })}</p>;
    case 'alerted':
    case 'other_call':
      return null;
  }
};

/** The answer in one sentence, and what is missing. */
export const OutcomeCallout = (props: OutcomeProps): ReactElement => {
  const { answer, conditions } = props;
  const missing = conditions.filter(({ holds }) => holds === false).length;
  const other = answer.alert?.call_id === answer.call.call_id ? undefined : answer.alert;
  return (
    <EuiCallOut
      announceOnMount
      color={COLORS[answer.outcome]}
      iconType={answer.outcome === 'alerted' ? 'check' : 'search'}
      title={titleOf(answer, missing)}
      data-test-subj={`whyOutcome-${answer.outcome}`}
    >
      {bodyOf(props)}
      {other ? (
        <p>
          <AppLink to={{ pathname: `/calls/${other.call_id}` }}>
            {t('vishing.why.otherCallLinkText')}
          </AppLink>
        </p>
      ) : null}
    </EuiCallOut>
  );
};
