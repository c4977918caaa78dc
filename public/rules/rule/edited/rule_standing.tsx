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
  const { data } = useInstalledRule(rule);
  if (!data) return null;
  const { row, installed } = data;
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <StateCell state={row.state} />
        </EuiFlexItem>
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
