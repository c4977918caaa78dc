import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import { t } from './translations';

type Why = CallResponse['why'][number];
type Term = CallResponse['score_terms'][number];

const RuleConditions = ({ rule }: { rule: Why }): ReactElement => (
  <>
    <EuiTitle size="xxs">
      <h3>{rule.rule_name}</h3>
    </EuiTitle>
    <EuiBasicTable
      compressed
      tableCaption={t('vishing.call.conditionsCaption', { rule: rule.rule_name })}
      items={rule.conditions}
      columns={[
        { field: 'label', name: t('vishing.call.conditionColumnTitle') },
        { field: 'value', name: t('vishing.call.foundColumnTitle') },
      ]}
      data-test-subj={`conditions-${rule.rule_id}`}
    />
    <EuiSpacer size="m" />
  </>
);

const withSign = (points: number): string =>
  points < 0 ? `− ${Math.abs(Math.round(points))}` : `+ ${Math.round(points)}`;

const Score = ({ terms, score }: { terms: readonly Term[]; score: number }): ReactElement => (
  <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="scoreTerms">
    <EuiTitle size="xs">
      <h2>{t('vishing.call.scoreTitle')}</h2>
    </EuiTitle>
    <EuiBasicTable
      compressed
      tableCaption={t('vishing.call.scoreCaption')}
      items={[...terms]}
      columns={[
        {
          name: t('vishing.call.termColumnTitle'),
          render: ({ label, note }: Term) => (
            <div>
              {label}
              {note && (
                <EuiText size="xs" color="subdued">
                  {note}
                </EuiText>
              )}
            </div>
          ),
          footer: t('vishing.call.scoreTotalLabel'),
        },
        {
          field: 'points',
          name: t('vishing.call.pointsColumnTitle'),
          width: '90px',
          align: 'right',
          render: withSign,
          footer: () => <strong>{Math.round(score)}</strong>,
        },
      ]}
    />
  </EuiPanel>
);

/** Every condition of every rule that alerted, with what was found, and the terms of the score. */
export const WhyItAlerted = ({ data }: { data: CallResponse }): ReactElement | null => {
  const { suspicion, why, score_terms } = data;
  if (!suspicion) return null;
  return (
    <EuiFlexGroup gutterSize="m" alignItems="flexStart" wrap>
      <EuiFlexItem grow={2} style={{ minWidth: 320 }}>
        <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="whyItAlerted">
          <EuiTitle size="xs">
            <h2>{t('vishing.call.whyTitle')}</h2>
          </EuiTitle>
          <EuiSpacer size="s" />
          {why.map((rule) => (
            <RuleConditions key={rule.rule_id} rule={rule} />
          ))}
        </EuiPanel>
      </EuiFlexItem>
      <EuiFlexItem grow={1} style={{ minWidth: 280 }}>
        <Score terms={score_terms} score={suspicion.score} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
