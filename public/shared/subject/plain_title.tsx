import { EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';

/** Names the page while it is loading, and when it cannot be loaded. */
export const PlainTitle = ({ text }: { text: string }): ReactElement => (
  <>
    <EuiText>
      <h1 style={{ overflowWrap: 'anywhere' }}>{text}</h1>
    </EuiText>
    <EuiSpacer size="m" />
  </>
);
