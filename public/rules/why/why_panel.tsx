import {
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { RuleDetails } from '../../../common/api/rules';
import type { TunedValues } from '../../../common/model/tuning';
import { AppLink } from '../../shared/app_link';
import { useUrlState } from '../../shared/url/use_url_state';
import { WhyRuleAndCall } from '../../shared/why/why_answer';
import { FindCall } from './find_call';
import { t } from './translations';

const whyUrlSchema = z.object({
  /** Call that is explained; empty while one is chosen. */
  call: z.string().max(128).catch('').default(''),
  search: z.string().max(200).catch('').default(''),
  from: z.string().max(100).catch('now-7d').default('now-7d'),
  to: z.string().max(100).catch('now').default('now'),
});

/** Why did this call not alert? @param values of the form, saved or not */
export const WhyPanel = ({
  ruleId,
  type,
  values,
}: {
  ruleId: string;
  type: RuleDetails['type'];
  values?: TunedValues | undefined;
}): ReactElement => {
  const [{ call, search, from, to }, setUrl] = useUrlState(whyUrlSchema);
  if (type !== 'esql') {
    return (
      <EuiCallOut
        announceOnMount
        iconType="info"
        title={t('vishing.whyPanel.countingTitle')}
        data-test-subj="whyCounting"
      >
        <p>{t('vishing.whyPanel.countingDescription')}</p>
      </EuiCallOut>
    );
  }
  return (
    <div data-test-subj="whyPanel">
      <EuiText size="s" color="subdued">
        {t('vishing.whyPanel.description')}
      </EuiText>
      <EuiSpacer size="s" />
      {call === '' ? (
        <FindCall
          search={search}
          picked={{ from, to }}
          onSearch={(text) => setUrl({ search: text }, { replace: true })}
          onPick={setUrl}
          onChoose={(id) => setUrl({ call: id })}
        />
      ) : (
        <>
          <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false}>
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty
                size="s"
                flush="left"
                iconType="arrowLeft"
                onClick={() => setUrl({ call: '' })}
                data-test-subj="otherCallButton"
              >
                {t('vishing.whyPanel.otherCallButtonLabel')}
              </EuiButtonEmpty>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <AppLink to={{ pathname: `/calls/${encodeURIComponent(call)}` }}>
                {t('vishing.whyPanel.callLinkText')}
              </AppLink>
            </EuiFlexItem>
          </EuiFlexGroup>
          <EuiSpacer size="s" />
          <WhyRuleAndCall ruleId={ruleId} callId={call} values={values} />
        </>
      )}
    </div>
  );
};
