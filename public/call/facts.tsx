import {
  EuiDescriptionList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { CallResponse } from '../../common/api/call';
import { callFacts, numberFacts, personFacts, type Fact } from './fact_lists';
import { t } from './translations';

const FactPanel = ({
  title,
  facts,
  id,
}: {
  title: string;
  facts: readonly Fact[];
  id: string;
}): ReactElement => (
  <EuiFlexItem>
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj={`facts-${id}`}>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiDescriptionList
        compressed
        type="column"
        columnWidths={[2, 3]}
        rowGutterSize="s"
        listItems={facts.map(
          ({ label, value }): { title: string; description: NonNullable<ReactNode> } => ({
            title: label,
            description: value,
          })
        )}
      />
    </EuiPanel>
  </EuiFlexItem>
);

/** What is known of the person, the number and the call itself. */
export const Facts = ({ data }: { data: CallResponse }): ReactElement => (
  <EuiFlexGroup gutterSize="m" wrap>
    <FactPanel id="person" title={t('vishing.call.personTitle')} facts={personFacts(data)} />
    <FactPanel id="number" title={t('vishing.call.numberTitle')} facts={numberFacts(data)} />
    <FactPanel id="call" title={t('vishing.call.callTitle')} facts={callFacts(data)} />
  </EuiFlexGroup>
);
