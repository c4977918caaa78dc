import { EuiFormRow, EuiSelect, EuiSpacer, useGeneratedHtmlId } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { Candidate, WhyAnswer } from '../../../common/api/why';
import type { TunedValues } from '../../../common/model/tuning';
import { formatInstant } from '../format/instant';
import { useServices } from '../services';
import { LoadError } from '../states/load_error';
import { SkeletonRows } from '../states/skeleton_rows';
import { ConditionsTable } from './conditions_table';
import { CountsTable } from './counts_table';
import { OutcomeCallout } from './outcome_callout';
import { SourceCallout } from './source_callout';
import { t } from './translations';
import { useWhy } from './use_why';

const ChooseEvent = ({
  candidates,
  chosen,
  onChange,
}: {
  candidates: readonly Candidate[];
  chosen: number;
  onChange: (index: number) => void;
}): ReactElement => {
  const { zone } = useServices();
  const id = useGeneratedHtmlId({ prefix: 'whyEvent' });
  const text = ({ at, failing }: Candidate): string => {
    const when =
      at === undefined ? t('vishing.why.unknownTimeText') : formatInstant(at, zone, 'dayAndTime');
    return failing === 0
      ? t('vishing.why.candidateMetText', { when })
      : t('vishing.why.candidateText', { when, count: failing });
  };
  return (
    <EuiFormRow label={t('vishing.why.candidateLabel')} id={id} display="rowCompressed">
      <EuiSelect
        id={id}
        compressed
        value={String(chosen)}
        onChange={({ target }) => onChange(Number(target.value))}
        options={candidates.map((candidate, index) => ({
          value: String(index),
          text: text(candidate),
        }))}
        data-test-subj="whyEvent"
      />
    </EuiFormRow>
  );
};

const Answer = ({ ruleId, answer }: { ruleId: string; answer: WhyAnswer }): ReactElement => {
  const [chosen, setChosen] = useState(0);
  const { candidates, call_conditions: alone, source, join, counts } = answer;
  const conditions = (candidates[chosen] ?? candidates[0])?.conditions ?? alone;
  return (
    <div data-test-subj="whyAnswer">
      <OutcomeCallout ruleId={ruleId} answer={answer} conditions={conditions} />
      <EuiSpacer size="s" />
      {source ? (
        <>
          <SourceCallout source={source} join={join} />
          <EuiSpacer size="m" />
        </>
      ) : null}
      {counts.length > 0 ? (
        <>
          <CountsTable counts={counts} />
          <EuiSpacer size="m" />
        </>
      ) : null}
      {candidates.length > 1 ? (
        <ChooseEvent candidates={candidates} chosen={chosen} onChange={setChosen} />
      ) : null}
      <EuiSpacer size="s" />
      {conditions.length > 0 ? (
        <ConditionsTable ruleId={ruleId} answer={answer} conditions={conditions} />
      ) : null}
    </div>
  );
};

/** Why a rule did, or did not, alert on a call. @param values in place of the saved ones */
export const WhyRuleAndCall = ({
  ruleId,
  callId,
  values,
}: {
  ruleId: string;
  callId: string;
  values?: TunedValues | undefined;
}): ReactElement => {
  const { data, error, reload } = useWhy(ruleId, callId, values);
  const what = t('vishing.why.answerSubject');
  if (error) return <LoadError error={error} what={what} onRetry={reload} />;
  return data ? (
    <Answer key={`${ruleId} ${callId}`} ruleId={ruleId} answer={data} />
  ) : (
    <SkeletonRows what={what} rows={6} heightPx={40} />
  );
};
