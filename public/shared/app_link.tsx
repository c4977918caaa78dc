import { EuiLink, type EuiLinkAnchorProps } from '@elastic/eui';
import type { MouseEvent, ReactElement } from 'react';
import { useHistory } from 'react-router-dom';

/** Where a link goes inside the app, such as `/calls/abc` and `?tab=list`. */
export interface AppPath {
  readonly pathname: string;
  readonly search?: string;
  /** Kept in the browser's history, for the way back. */
  readonly state?: unknown;
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);

/** `href` and `onClick` of a real link: a plain click stays in the page, any other does what the browser does. */
export const useAppLink = (): ((path: AppPath) => {
  href: string;
  onClick: (event: MouseEvent) => void;
}) => {
  const history = useHistory();
  return ({ pathname, search = '', state }) => ({
    href: history.createHref({ pathname, search, hash: '', state: undefined }),
    onClick: (event) => {
      if (event.defaultPrevented || !isPlainClick(event)) return;
      event.preventDefault();
      history.push({ pathname, search, state });
    },
  });
};

/** A link to a page of the app. */
export const AppLink = ({
  to,
  ...rest
}: { to: AppPath } & Omit<EuiLinkAnchorProps, 'href' | 'onClick'>): ReactElement => {
  const link = useAppLink();
  return <EuiLink {...rest} {...link(to)} />;
};
