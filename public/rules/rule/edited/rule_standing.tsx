import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { RuleDetails } from '../../../../common/api/rules';
import type { InstalledRule } from '../../../../common/detection_engine/client';
import { useServices } from '../../../shared/services';
import { StateCell } from '../../list/rule_cells';
import type { RuleRow } from '../../list/rule_rows';
import { useRuleActions } from '../../list/use_rule_actions';
import { EditedFlyout } from './edited_flyout';
import { t } from './translations';
import { useInstalledRule } from './use_installed_rule';

/** Where Kibana shows a rule by its saved object id. */
const RULE_PATH = '/app/security/rules/id/';

const RuleInKibana = ({ id }: { id: string }): ReactElement => {
  const { basePath } = useServices().core.http;
  return (
    <EuiButtonEmpty
      size="xs"
      iconType="popout"
      href={basePath.prepend(`${RULE_PATH}${id}`)}
      data-test-subj="ruleInKibanaLink"
    >
      {t('vishing.edited.ruleInKibanaLabel')}
    </EuiButtonEmpty>
  );
};

/** Off is the third mode beside alert and monitor; Kibana keeps it, so it takes effect at once. */
const OnOff = ({ row, onChanged }: { row: RuleRow; onChanged: () => void }): ReactElement => {
  const { isRunning, setEnabled } = useRuleActions(onChanged);
  const isOn = row.installed?.enabled === true;
  return (
    <EuiButtonEmpty
      size="xs"
      iconType={isOn ? 'pause' : 'play'}
      isLoading={isRunning}
      onClick={() => void setEnabled([row], !isOn)}
      data-test-subj={isOn ? 'turnOffButton' : 'turnOnButton'}
    >
      {t(isOn ? 'vishing.edited.turnOffButtonLabel' : 'vishing.edited.turnOnButtonLabel')}
    </EuiButtonEmpty>
  );
};

const EditedNotice = ({
  rule,
  installed,
  onChanged,
}: {
  rule: RuleDetails;
  installed: InstalledRule;
  onChanged: () => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        announceOnMount
        size="s"
        color="warning"
        iconType="pencil"
        title={t('vishing.edited.noticeTitle')}
        data-test-subj="editedNotice"
      >
        <p>{t('vishing.edited.noticeDescription')}</p>
        <EuiButton
          size="s"
          color="warning"
          onClick={() => setOpen(true)}
          data-test-subj="compareButton"
        >
          {t('vishing.edited.compareButtonLabel')}
        </EuiButton>
      </EuiCallOut>
      {isOpen ? (
        <EditedFlyout
          rule={rule}
          installed={installed}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
};

/** How the rule stands in Kibana, and what to do when it was edited there. Nothing is shown while that is not known. */
export const RuleStanding = ({
  rule,
  onChanged,
}: {
  rule: RuleDetails;
  onChanged: () => void;
}): ReactElement | null => {
  const { canManage } = useServices();
  const { data, reload } = useInstalledRule(rule);
  if (!data) return null;
  const { row, installed } = data;
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <StateCell state={row.state} />
        </EuiFlexItem>
        {installed && canManage ? (
          <EuiFlexItem grow={false}>
            <OnOff row={row} onChanged={reload} />
          </EuiFlexItem>
        ) : null}
        {installed ? (
          <EuiFlexItem grow={false}>
            <RuleInKibana id={installed.id} />
          </EuiFlexItem>
        ) : null}
      </EuiFlexGroup>
      {installed && row.state === 'edited' ? (
        <EditedNotice rule={rule} installed={installed} onChanged={onChanged} />
      ) : null}
      <EuiSpacer size="m" />
    </>
  );
};
