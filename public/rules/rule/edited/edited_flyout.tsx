import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { ReadEdits, RuleDetails } from '../../../../common/api/rules';
import type { InstalledRule } from '../../../../common/detection_engine/client';
import { ruleDifferences } from '../../../../common/detection_engine/rule_differences';
import { useServices } from '../../../shared/services';
import { LoadError } from '../../../shared/states/load_error';
import { t as rulesText } from '../../translations';
import { differences } from '../draft';
import { parameterName } from '../parameter_field';
import { Difference } from './difference';
import { t } from './translations';
import { useEdits, useTakeOver } from './use_take_over';

interface EditedFlyoutProps {
  readonly rule: RuleDetails;
  readonly installed: InstalledRule;
  onClose(): void;
  /** The rule in Kibana is ours again. */
  onDone(): void;
}

const changesOf = (rule: RuleDetails, edits: ReadEdits): string[] =>
  differences(rule.tuning, edits.tuning).map(({ name, ...values }) =>
    rulesText('vishing.rules.changeLabel', { name: parameterName(name), ...values })
  );

/** What their edit means for the parameters, in words. */
const Meaning = ({ rule, edits }: { rule: RuleDetails; edits: ReadEdits }): ReactElement => {
  const changes = changesOf(rule, edits);
  return (
    <EuiText size="s" data-test-subj="editsMeaning">
      <p>
        {edits.understood
          ? changes.length > 0
            ? t('vishing.edited.valuesOnlyDescription', { changes: changes.join('; ') })
            : t('vishing.edited.noValuesDescription')
          : t('vishing.edited.notUnderstoodDescription')}
      </p>
    </EuiText>
  );
};

/** Both versions beside each other, and the choice between them. */
export const EditedFlyout = ({
  rule,
  installed,
  onClose,
  onDone,
}: EditedFlyoutProps): ReactElement => {
  const { canManage } = useServices();
  const titleId = useGeneratedHtmlId();
  const { data: edits, error, reload } = useEdits(rule, installed);
  const { isRunning, run } = useTakeOver(rule, installed, onDone);
  const canKeepValues = edits !== undefined && changesOf(rule, edits).length > 0;
  return (
    <EuiFlyout size="l" ownFocus onClose={onClose} aria-labelledby={titleId}>
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{t('vishing.edited.flyoutTitle')}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EuiText size="s">
          <p>{t('vishing.edited.legendDescription')}</p>
        </EuiText>
        <EuiSpacer size="s" />
        {edits ? <Meaning rule={rule} edits={edits} /> : null}
        {error ? (
          <LoadError error={error} what={t('vishing.edited.editsSubject')} onRetry={reload} />
        ) : null}
        <EuiSpacer size="m" />
        {ruleDifferences(rule.compiled, installed).map((difference) => (
          <Difference key={difference.field} {...difference} />
        ))}
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup gutterSize="s" responsive={false} wrap>
          <EuiFlexItem>
            <div>
              <EuiButtonEmpty onClick={onClose} data-test-subj="keepTheirsButton">
                {t(
                  canManage ? 'vishing.edited.keepButtonLabel' : 'vishing.edited.closeButtonLabel'
                )}
              </EuiButtonEmpty>
            </div>
          </EuiFlexItem>
          {canManage ? (
            <EuiFlexItem grow={false}>
              <EuiButton
                isLoading={isRunning}
                onClick={() => void run()}
                data-test-subj="takeOursButton"
              >
                {t('vishing.edited.takeOursButtonLabel')}
              </EuiButton>
            </EuiFlexItem>
          ) : null}
          {canManage && canKeepValues ? (
            <EuiFlexItem grow={false}>
              <EuiButton
                fill
                isLoading={isRunning}
                onClick={() => void run(edits)}
                data-test-subj="takeValuesButton"
              >
                {t('vishing.edited.takeValuesButtonLabel')}
              </EuiButton>
            </EuiFlexItem>
          ) : null}
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
};
