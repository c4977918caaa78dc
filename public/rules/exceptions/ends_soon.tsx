import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleDetails } from '../../../common/api/rules';
import { exceptionState, EXPIRES_SOON_DAYS } from '../../../common/model/exception';
import { AppLink } from '../../shared/app_link';
import { t } from './translations';

/** Announces on every tab of a rule that exceptions of it end soon. */
export const EndsSoon = ({ rule }: { rule: RuleDetails }): ReactElement | null => {
  const count = rule.exceptions.filter(
    (exception) => exceptionState(exception, Date.now()) === 'ends_soon'
  ).length;
  if (count === 0) return null;
  return (
    <>
      <EuiCallOut
        announceOnMount
        size="s"
        color="warning"
        iconType="clock"
        title={t('vishing.ruleExceptions.endsSoonTitle', { count, days: EXPIRES_SOON_DAYS })}
        data-test-subj="exceptionsEndSoon"
      >
        <AppLink to={{ pathname: `/rules/${rule.rule_id}`, search: '?tab=exceptions' }}>
          {t('vishing.ruleExceptions.showLinkText')}
        </AppLink>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
