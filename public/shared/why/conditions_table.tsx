import { EuiBasicTable, EuiCode, EuiHealth, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { Fragment, type ReactElement } from 'react';
import type { CheckedCondition, WhyAnswer } from '../../../common/api/why';
import { AppLink } from '../app_link';
import { conditionLabel, foundText, neededText, parameterName } from './condition_text';
import { t } from './translations';

const stateOf = ({ holds }: CheckedCondition): 'met' | 'notMet' | 'notKnown' => {
  if (holds === undefined) return 'notKnown';
  return holds ? 'met' : 'notMet';
};
const COLORS = { met: 'success', notMet: 'danger', notKnown: 'subdued' } as const;

/** Parameters that decide a condition, as links to the place where they are changed. */
export const ParameterLinks = ({
  ruleId,
  ids,
}: {
  ruleId: string;
  ids: readonly string[];
}): ReactElement => (
  <>
    {ids.map((id) => (
      <Fragment key={id}>
        {' '}
        <AppLink
          to={{
            pathname: `/rules/${ruleId}`,
            search: id === 'exception' ? '?tab=exceptions' : '',
          }}
          data-test-subj={`parameterLink-${id}`}
        >
          {parameterName(id)}
        </AppLink>
      </Fragment>
    ))}
  </>
);

const columns = (
  ruleId: string,
  answer: WhyAnswer
): Array<EuiBasicTableColumn<CheckedCondition>> => [
  {
    name: t('vishing.why.stateColumnTitle'),
    width: '120px',
    render: (condition: CheckedCondition) => {
      const state = stateOf(condition);
      return (
        <EuiHealth color={COLORS[state]} data-test-subj={`condition-${state}`}>
          {t(`vishing.why.${state}Label`)}
        </EuiHealth>
      );
    },
  },
  {
    name: t('vishing.why.conditionColumnTitle'),
    render: (condition: CheckedCondition) => (
      <div>
        <EuiText size="s">{conditionLabel(condition, answer)}</EuiText>
        <EuiCode transparentBackground>{condition.expression.slice(0, 200)}</EuiCode>
      </div>
    ),
  },
  {
    name: t('vishing.why.foundColumnTitle'),
    width: '22%',
    render: (condition: CheckedCondition) => (
      <span style={{ overflowWrap: 'anywhere' }}>
        {condition.holds === undefined ? '' : foundText(condition, answer)}
      </span>
    ),
  },
  {
    name: t('vishing.why.neededColumnTitle'),
    width: '28%',
    render: (condition: CheckedCondition) => (
      <span style={{ overflowWrap: 'anywhere' }}>
        {neededText(condition, answer)}
        <ParameterLinks ruleId={ruleId} ids={condition.parameters} />
      </span>
    ),
  },
];

/** Each condition in the order of the rule, with the value found and the value needed. */
export const ConditionsTable = ({
  ruleId,
  answer,
  conditions,
}: {
  ruleId: string;
  answer: WhyAnswer;
  conditions: readonly CheckedCondition[];
}): ReactElement => (
  <EuiBasicTable<CheckedCondition>
    compressed
    tableCaption={t('vishing.why.tableCaption')}
    items={[...conditions]}
    columns={columns(ruleId, answer)}
    data-test-subj="whyConditions"
  />
);
