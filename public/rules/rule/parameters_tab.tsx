import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { NOTE_MAX_LENGTH, type RuleDetails } from '../../../common/api/rules';
import { UNTUNED } from '../../../common/model/tuning';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import {
  differences,
  draftOf,
  fieldError,
  intervalError,
  isValid,
  toTuning,
  type Draft,
} from './draft';
import { ParameterField } from './parameter_field';
import { SettingsFields } from './settings_fields';
import { useSaveRule } from './use_rule';

export interface TabProps {
  readonly rule: RuleDetails;
  readonly draft: Draft;
  setDraft(draft: Draft): void;
}

const Dropped = ({ rule: { dropped } }: { rule: RuleDetails }): ReactElement | null =>
  dropped.length === 0 ? null : (
    <>
      <EuiCallOut
        announceOnMount
        size="s"
        color="warning"
        iconType="warning"
        title={t('vishing.rules.droppedTitle')}
        data-test-subj="droppedValues"
      >
        <ul>
          {dropped.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );

const SaveBar = ({
  rule,
  draft,
  setDraft,
  onSaved,
}: TabProps & { onSaved: () => void }): ReactElement => {
  const { isSaving, save } = useSaveRule();
  const [note, setNote] = useState('');
  const valid = isValid(rule.parameters, draft);
  const changes = valid ? differences(rule.tuning, toTuning(rule, draft)) : [];
  const submit = async (): Promise<void> => {
    if (!(await save(rule, toTuning(rule, draft), note.trim()))) return;
    setNote('');
    onSaved();
  };
  return (
    <>
      <EuiFormRow
        fullWidth
        label={t('vishing.rules.noteLabel')}
        helpText={t('vishing.rules.noteHelp')}
      >
        <EuiFieldText
          compressed
          fullWidth
          maxLength={NOTE_MAX_LENGTH}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          data-test-subj="tuningNote"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton
            fill
            size="s"
            isLoading={isSaving}
            isDisabled={changes.length === 0}
            onClick={() => void submit()}
            data-test-subj="saveRuleButton"
          >
            {t('vishing.rules.applyButtonLabel')}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            onClick={() => setDraft(draftOf(rule.parameters, rule.tuning))}
            data-test-subj="discardButton"
          >
            {t('vishing.rules.discardButtonLabel')}
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            onClick={() => setDraft(draftOf(rule.parameters, UNTUNED))}
            data-test-subj="resetAllButton"
          >
            {t('vishing.rules.resetAllButtonLabel')}
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s" aria-live="polite" data-test-subj="unsavedChanges">
            {t('vishing.rules.unsavedLabel', { count: changes.length })}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};

/** The form: what may be changed of a rule, checked as one types. */
export const ParametersTab = (props: TabProps & { onSaved: () => void }): ReactElement => {
  const { rule, draft, setDraft } = props;
  const { canManage } = useServices();
  return (
    <div style={{ maxWidth: 800 }}>
      <Dropped rule={rule} />
      {canManage ? null : (
        <>
          <EuiText size="s" color="subdued" data-test-subj="rulesReadOnly">
            {t('vishing.rules.readOnlyDescription')}
          </EuiText>
          <EuiSpacer size="m" />
        </>
      )}
      <EuiTitle size="xs">
        <h2>{t('vishing.rules.parametersTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {rule.parameters.length === 0 ? (
        <EuiText size="s">{t('vishing.rules.noParametersDescription')}</EuiText>
      ) : null}
      {rule.parameters.map((parameter) => (
        <ParameterField
          key={parameter.id}
          parameter={parameter}
          value={draft.values[parameter.id] ?? parameter.default}
          error={fieldError(parameter, draft)}
          isDisabled={!canManage}
          onChange={(value) =>
            setDraft({ ...draft, values: { ...draft.values, [parameter.id]: value } })
          }
        />
      ))}
      <EuiSpacer size="l" />
      <EuiTitle size="xs">
        <h2>{t('vishing.rules.settingsTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <SettingsFields
        rule={rule}
        settings={draft.settings}
        error={intervalError(draft)}
        isDisabled={!canManage}
        onChange={(settings) => setDraft({ ...draft, settings })}
      />
      <EuiSpacer size="l" />
      {canManage ? <SaveBar {...props} /> : null}
    </div>
  );
};
