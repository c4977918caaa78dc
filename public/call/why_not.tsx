import {
  EuiAccordion,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useCallback, useState, type ReactElement } from 'react';
import { z } from 'zod';
import { getRules, type RuleEntry } from '../../common/api/rules';
import { callApi } from '../api/call_api';
import { useQuery } from '../api/use_query';
import { useServices } from '../shared/services';
import { Loaded } from '../shared/subject/section';
import { useUrlState } from '../shared/url/use_url_state';
import { WhyRuleAndCall } from '../shared/why/why_answer';
import { t } from './translations';

const whyNotUrlSchema = z.object({
  /** Rule that is explained; empty for none. */
  why: z.string().max(64).catch('').default(''),
});

const Choose = ({ callId }: { callId: string }): ReactElement => {
  const { core } = useServices();
  const [{ why }, setUrl] = useUrlState(whyNotUrlSchema);
  const id = useGeneratedHtmlId({ prefix: 'whyRule' });
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getRules, { signal }),
    [core]
  );
  const query = useQuery(load);
  const explained = (rules: readonly RuleEntry[]): RuleEntry[] =>
    rules.filter(({ type }) => type === 'esql');
  return (
    <Loaded query={query} what={t('vishing.call.rulesSubject')} rows={1}>
      {({ rules }) => {
        const known = explained(rules);
        return (
          <>
            <EuiFormRow label={t('vishing.call.whyNotRuleLabel')} id={id}>
              <EuiSelect
                id={id}
                value={why}
                onChange={({ target }) => setUrl({ why: target.value }, { replace: true })}
                options={[
                  { value: '', text: t('vishing.call.whyNotChooseLabel') },
                  ...known.map(({ rule_id: value, name: text }) => ({ value, text })),
                ]}
                data-test-subj="whyNotRule"
              />
            </EuiFormRow>
            <EuiSpacer size="s" />
            {known.some(({ rule_id: ruleId }) => ruleId === why) ? (
              <WhyRuleAndCall ruleId={why} callId={callId} />
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
};

/** For any rule: each of its conditions for this call. Rules are asked for only when this is opened. */
export const WhyNot = ({ callId }: { callId: string }): ReactElement => {
  const [{ why }] = useUrlState(whyNotUrlSchema);
  const [isOpen, setOpen] = useState(why !== '');
  const id = useGeneratedHtmlId({ prefix: 'whyNot' });
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiAccordion
        id={id}
        forceState={isOpen ? 'open' : 'closed'}
        onToggle={setOpen}
        buttonContent={
          <EuiTitle size="xs">
            <h2>{t('vishing.call.whyNotTitle')}</h2>
          </EuiTitle>
        }
        data-test-subj="whyNot"
      >
        <EuiSpacer size="s" />
        {isOpen ? <Choose callId={callId} /> : null}
      </EuiAccordion>
    </EuiPanel>
  );
};
