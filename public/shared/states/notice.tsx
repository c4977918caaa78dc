import { EuiCallOut } from '@elastic/eui';
import type { ReactElement } from 'react';

/** One line that says what went wrong (danger), or what to know (warning); it is read out when it appears. */
export const Notice = ({
  title,
  color = 'warning',
  'data-test-subj': subject,
}: {
  title: string;
  color?: 'warning' | 'danger';
  'data-test-subj': string;
}): ReactElement => (
  <EuiCallOut
    announceOnMount
    size="s"
    color={color}
    iconType="warning"
    title={title}
    data-test-subj={subject}
  />
);
