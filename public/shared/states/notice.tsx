import { EuiCallOut } from '@elastic/eui';
import type { ReactElement } from 'react';

/** Says that work in the background failed the last time, and why; what a page shows may be old. */
export const FailedLastTime = ({
  title,
  'data-test-subj': subject,
}: {
  title: string;
  'data-test-subj': string;
}): ReactElement => (
  <EuiCallOut
    announceOnMount
    size="s"
    color="warning"
    iconType="warning"
    title={title}
    data-test-subj={subject}
  />
);
