import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';

/** Sentences below a title. @param size of the title; the space after the list goes with it */
export const TitledList = ({
  title,
  items,
  size = 'xs',
}: {
  title: string;
  items: readonly string[];
  size?: 'xs' | 'xxs';
}): ReactElement => (
  <>
    <EuiTitle size={size}>
      <h2>{title}</h2>
    </EuiTitle>
    <EuiText size="s">
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </EuiText>
    <EuiSpacer size={size === 'xs' ? 'm' : 's'} />
  </>
);
