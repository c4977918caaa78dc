import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import { AppLink } from '../../shared/app_link';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import type { RuleRow } from './rule_rows';
import type { RuleActions } from './use_rule_actions';

/** Offers to switch on the rules that waited for data which is there now. */
export const ReadyRules = ({
  rows,
  actions: { isRunning, install },
}: {
  rows: readonly RuleRow[];
  actions: RuleActions;
}): ReactElement | null => {
  const { canManage } = useServices();
  if (rows.length === 0) return null;
  return (
    <>
      <EuiCallOut
        announceOnMount
        size="s"
        iconType="bell"
        title={t('vishing.rules.readyTitle', { count: rows.length })}
        data-test-subj="readyRules"
      >
        <ul>
          {rows.map(({ entry: { rule_id: id, name } }) => (
            <li key={id}>
              <AppLink to={{ pathname: `/rules/${id}` }}>{name}</AppLink>
            </li>
          ))}
        </ul>
        <EuiSpacer size="s" />
        {canManage ? (
          <EuiButton
            size="s"
            isLoading={isRunning}
            onClick={() => void install(rows)}
            data-test-subj="startRulesButton"
          >
            {t('vishing.rules.readyButtonLabel')}
          </EuiButton>
        ) : (
          <p>{t('vishing.rules.readyReadOnlyText')}</p>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
