import {
  EuiConfirmModal,
  EuiFormRow,
  EuiRadioGroup,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import type { NewException } from '../../common/model/exception';
import { pairsOf, type Pair } from '../shared/exceptions/pairs';
import { t } from '../shared/exceptions/translations';
import { formatInstant } from '../shared/format/instant';
import { useServices } from '../shared/services';

const DAY_MS = 86_400_000;
/** Days after which an exception may end. */
const ENDS = [7, 30, 90, 365] as const;
const DEFAULT_DAYS = 30;

const pairText = ({ kind, labels, values }: Pair): string => {
  const [first, second] = labels ?? values;
  const pair = t('vishing.exceptions.pairText', { first, second });
  return `${t(`vishing.exceptions.${kind}Label`)}: ${pair}`;
};

interface ModalProps {
  readonly data: CallResponse;
  readonly isBusy: boolean;
  onCancel(): void;
  onSave(ruleId: string, exception: NewException): void;
}

/** Asks for the pair, the end and the reason; everything but the reason has a value already. */
export const ExceptionModal = ({ data, isBusy, onCancel, onSave }: ModalProps): ReactElement => {
  const { zone } = useServices();
  const id = useGeneratedHtmlId({ prefix: 'exception' });
  const [now] = useState(() => Date.now());
  const rules = data.why.filter((rule) => pairsOf(data, rule).length > 0);
  const [ruleId, setRuleId] = useState(rules[0]?.rule_id ?? '');
  const [days, setDays] = useState<number>(DEFAULT_DAYS);
  const [kind, setKind] = useState<string>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const rule = rules.find((candidate) => candidate.rule_id === ruleId);
  const pairs = rule ? pairsOf(data, rule) : [];
  const pair = pairs.find((candidate) => candidate.kind === kind) ?? pairs[0];
  const expires = (length: number): string => new Date(now + length * DAY_MS).toISOString();
  const isMissing = isTried && reason.trim() === '';
  const save = (): void => {
    setTried(true);
    if (pair && reason.trim() !== '')
      onSave(ruleId, { ...pair, expires: expires(days), reason: reason.trim() });
  };
  return (
    <EuiConfirmModal
      aria-labelledby={`${id}-title`}
      titleProps={{ id: `${id}-title` }}
      title={t('vishing.exceptions.modalTitle')}
      onCancel={onCancel}
      onConfirm={save}
      isLoading={isBusy}
      cancelButtonText={t('vishing.exceptions.cancelButtonLabel')}
      confirmButtonText={t('vishing.exceptions.saveButtonLabel')}
      data-test-subj="exceptionModal"
    >
      <EuiText size="s">
        <p>{t('vishing.exceptions.modalDescription')}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFormRow label={t('vishing.exceptions.ruleLabel')} id={`${id}-rule`} fullWidth>
        <EuiSelect
          id={`${id}-rule`}
          fullWidth
          value={ruleId}
          onChange={({ target }) => setRuleId(target.value)}
          options={rules.map(({ rule_id: value, rule_name: text }) => ({ value, text }))}
          data-test-subj="exceptionRule"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      <EuiRadioGroup
        name={`${id}-pair`}
        options={pairs.map((option) => ({
          id: `${id}-${option.kind}`,
          label: pairText(option),
          'data-test-subj': `exceptionPair-${option.kind}`,
        }))}
        idSelected={pair ? `${id}-${pair.kind}` : ''}
        onChange={(chosen) => setKind(chosen.slice(id.length + 1))}
        legend={{ children: t('vishing.exceptions.pairLegend') }}
      />
      <EuiFormRow label={t('vishing.exceptions.endsLabel')} id={`${id}-ends`} fullWidth>
        <EuiSelect
          id={`${id}-ends`}
          fullWidth
          value={String(days)}
          onChange={({ target }) => setDays(Number(target.value))}
          options={ENDS.map((length) => ({
            value: String(length),
            text: t('vishing.exceptions.endsText', {
              days: length,
              day: formatInstant(expires(length), zone, 'full'),
            }),
          }))}
          data-test-subj="exceptionEnds"
        />
      </EuiFormRow>
      <EuiFormRow
        label={t('vishing.exceptions.reasonLabel')}
        helpText={t('vishing.exceptions.reasonHelp')}
        id={`${id}-reason`}
        fullWidth
        isInvalid={isMissing}
        error={isMissing ? t('vishing.exceptions.reasonError') : undefined}
      >
        <EuiTextArea
          id={`${id}-reason`}
          fullWidth
          rows={2}
          maxLength={1000}
          isInvalid={isMissing}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          data-test-subj="exceptionReason"
        />
      </EuiFormRow>
    </EuiConfirmModal>
  );
};
