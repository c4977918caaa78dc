import { EuiDescriptionList, EuiFlexItem, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

/** A line of a fact panel. */
export interface Fact {
  readonly label: string;
  readonly value: string | ReactElement;
}

/** Facts with a value; those that are not known are left out. */
export const knownFacts = (
  facts: ReadonlyArray<readonly [string, string | ReactElement | undefined]>
): Fact[] =>
  facts.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value }]
  );

/** A label takes the room of its words, but never more than half of the panel; values break anywhere, labels do not. */
const WIDTHS: [string, string] = ['fit-content(50%)', 'minmax(0, 1fr)'];

/** Facts about one thing, label and value beside each other. */
export const FactPanel = ({
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
        columnWidths={WIDTHS}
        rowGutterSize="s"
        titleProps={{ style: { overflowWrap: 'normal', wordBreak: 'normal' } }}
        descriptionProps={{ style: { overflowWrap: 'anywhere' } }}
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
