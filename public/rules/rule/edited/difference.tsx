import { EuiPanel, EuiSpacer, EuiTitle, useEuiTheme } from '@elastic/eui';
import { diffLines } from 'diff';
import type { ReactElement } from 'react';
import type { RuleDifference } from '../../../../common/detection_engine/rule_differences';
import { t } from './translations';

/** Unchanged lines that are shown before and after a change. */
const CONTEXT = 2;

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

/** Long stretches of the same are cut to what stands beside a change. */
const shorten = (lines: string[], isFirst: boolean, isLast: boolean): string[] => {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  if (lines.length <= head + tail + 1) return lines;
  return [...lines.slice(0, head), '…', ...lines.slice(lines.length - tail)];
};

/** One field, line by line: `-` is how it stands in Kibana, `+` is what we ship. */
export const Difference = ({ field, ours, theirs }: RuleDifference): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const parts = diffLines(`${theirs}\n`, `${ours}\n`);
  const colors = {
    '+': euiTheme.colors.backgroundBaseSuccess,
    '-': euiTheme.colors.backgroundBaseDanger,
    ' ': undefined,
  };
  const rows = parts.flatMap(({ added, removed, value }, index) => {
    const sign = added ? '+' : removed ? '-' : ' ';
    const lines = linesOf(value);
    const shown = sign === ' ' ? shorten(lines, index === 0, index === parts.length - 1) : lines;
    return shown.map((text) => ({ sign, text }) as const);
  });
  return (
    <>
      <EuiTitle size="xs">
        <h3>{field}</h3>
      </EuiTitle>
      <EuiSpacer size="xs" />
      <EuiPanel
        hasBorder
        hasShadow={false}
        paddingSize="s"
        tabIndex={0}
        role="group"
        aria-label={t('vishing.edited.differenceAriaLabel', { field })}
        style={{ overflowX: 'auto', fontFamily: euiTheme.font.familyCode, fontSize: 12 }}
        data-test-subj={`difference-${field}`}
      >
        {rows.map(({ sign, text }, index) => (
          <div
            key={`${index}${sign}`}
            style={{ whiteSpace: 'pre', backgroundColor: colors[sign], minWidth: 'max-content' }}
          >
            {sign} {text}
          </div>
        ))}
      </EuiPanel>
      <EuiSpacer size="m" />
    </>
  );
};
