import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiEmptyPrompt,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleDetails } from '../../../common/api/rules';
import type { TuningChange } from '../../../common/model/tuning';
import { Instant } from '../../shared/instant';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import { differences } from './draft';
import { parameterName } from './parameter_field';

interface HistoryTabProps {
  readonly rule: RuleDetails;
  /** Puts the values of that change into the form, where they can be saved. */
  onRevert(change: TuningChange): void;
}

/** Who changed what of the rule, when and why. */
export const HistoryTab = ({ rule: { history }, onRevert }: HistoryTabProps): ReactElement => {
  const { canManage } = useServices();
  if (history.length === 0) {
    return (
      <EuiEmptyPrompt
        iconType="clock"
        title={<h2>{t('vishing.rules.historyEmptyTitle')}</h2>}
        data-test-subj="historyEmpty"
      />
    );
  }
  const columns: EuiBasicTableColumn<TuningChange>[] = [
    {
      name: t('vishing.rules.whenColumnTitle'),
      width: '160px',
      render: ({ at }: TuningChange) => <Instant value={at} />,
    },
    { field: 'by', name: t('vishing.rules.whoColumnTitle'), width: '140px' },
    {
      name: t('vishing.rules.whatColumnTitle'),
      render: ({ before, after }: TuningChange) => (
        <ul>
          {differences(before, after).map(({ name, ...values }) => (
            <li key={name}>
              {t('vishing.rules.changeLabel', { name: parameterName(name), ...values })}
            </li>
          ))}
        </ul>
      ),
    },
    { field: 'note', name: t('vishing.rules.whyColumnTitle') },
    ...(canManage
      ? [
          {
            name: '',
            width: '170px',
            render: (change: TuningChange) => (
              <EuiButtonEmpty
                size="xs"
                onClick={() => onRevert(change)}
                data-test-subj="revertButton"
              >
                {t('vishing.rules.revertButtonLabel')}
              </EuiButtonEmpty>
            ),
          },
        ]
      : []),
  ];
  return (
    <EuiBasicTable<TuningChange>
      tableCaption={t('vishing.rules.historyCaption')}
      items={history}
      itemId="at"
      columns={columns}
      data-test-subj="historyTable"
    />
  );
};
