import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiHealth,
  EuiSpacer,
  EuiText,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleDetails } from '../../../common/api/rules';
import { exceptionState, type RuleException } from '../../../common/model/exception';
import { t as pairTexts } from '../../shared/exceptions/translations';
import { useExceptions } from '../../shared/exceptions/use_exceptions';
import { formatInstant } from '../../shared/format/instant';
import { useServices } from '../../shared/services';
import { t } from './translations';

const COLORS = { active: 'success', ends_soon: 'warning', expired: 'subdued' } as const;

const sides = ({ labels, values }: RuleException): { first: string; second: string } => {
  const [first, second] = labels ?? values;
  return { first, second };
};

const columns = (zone: string, nowMs: number): Array<EuiBasicTableColumn<RuleException>> => [
  {
    name: t('vishing.ruleExceptions.pairColumnTitle'),
    render: (exception: RuleException) => (
      <div>
        <div>{pairTexts('vishing.exceptions.pairText', sides(exception))}</div>
        <EuiText size="xs" color="subdued">
          {pairTexts(`vishing.exceptions.${exception.kind}Label`)}
        </EuiText>
      </div>
    ),
  },
  {
    name: t('vishing.ruleExceptions.stateColumnTitle'),
    width: '120px',
    render: (exception: RuleException) => {
      const state = exceptionState(exception, nowMs);
      return (
        <EuiHealth color={COLORS[state]} data-test-subj={`exceptionState-${state}`}>
          {t(`vishing.ruleExceptions.${state}Label`)}
        </EuiHealth>
      );
    },
  },
  {
    name: t('vishing.ruleExceptions.endsColumnTitle'),
    width: '140px',
    render: ({ expires }: RuleException) => formatInstant(expires, zone, 'dayAndTime'),
  },
  { field: 'reason', name: t('vishing.ruleExceptions.reasonColumnTitle') },
  {
    name: t('vishing.ruleExceptions.madeColumnTitle'),
    render: ({ created, created_by: by }: RuleException) =>
      t('vishing.ruleExceptions.madeText', {
        when: formatInstant(created, zone, 'dayAndTime'),
        by,
      }),
  },
];

/** What a rule is silent on, until when and why. Who may not change rules sees it and removes nothing. */
export const ExceptionsTab = ({
  rule,
  onChanged,
}: {
  rule: RuleDetails;
  onChanged: () => void;
}): ReactElement => {
  const { zone, canManage } = useServices();
  const { isBusy, remove } = useExceptions();
  const action: EuiBasicTableColumn<RuleException> = {
    name: t('vishing.ruleExceptions.removeColumnTitle'),
    width: '110px',
    render: (exception: RuleException) => (
      <EuiButtonEmpty
        size="xs"
        color="danger"
        isDisabled={isBusy}
        aria-label={t('vishing.ruleExceptions.removeAriaLabel', sides(exception))}
        onClick={() => {
          void remove(rule.rule_id, exception.id).then((isRemoved) => {
            if (isRemoved) onChanged();
          });
        }}
        data-test-subj={`removeException-${exception.id}`}
      >
        {t('vishing.ruleExceptions.removeButtonLabel')}
      </EuiButtonEmpty>
    ),
  };
  return (
    <>
      <EuiText size="s" color="subdued">
        {t('vishing.ruleExceptions.description')}
      </EuiText>
      <EuiSpacer size="s" />
      <EuiBasicTable<RuleException>
        tableCaption={t('vishing.ruleExceptions.tableCaption')}
        items={[...rule.exceptions]}
        itemId="id"
        columns={[...columns(zone, Date.now()), ...(canManage ? [action] : [])]}
        noItemsMessage={t('vishing.ruleExceptions.emptyLabel')}
        data-test-subj="exceptionsTable"
      />
    </>
  );
};
