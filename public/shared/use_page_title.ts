import { useEffect } from 'react';
import { useHistory } from 'react-router-dom';
import { PLUGIN_NAME } from '../../common/constants';
import { shorten } from '../../common/format/shorten';
import type { Breadcrumb } from '../kibana';
import { useServices } from './services';

/** One step of the way to a page; the last one has no path. */
export interface Crumb {
  readonly text: string;
  readonly pathname?: string;
  readonly search?: string;
}

/** Characters; a longer one would push the rest of Kibana's header out of a narrow window. */
const LONGEST_CRUMB = 70;

/** Sets breadcrumbs and the document's title. @param crumbs must be stable (`useMemo`), from the outermost page in */
export const usePageTitle = (crumbs: readonly Crumb[]): void => {
  const { core } = useServices();
  const history = useHistory();

  useEffect(() => {
    const toBreadcrumb = ({ text: whole, pathname, search = '' }: Crumb): Breadcrumb => {
      const text = shorten(whole, LONGEST_CRUMB);
      return pathname === undefined
        ? { text }
        : {
            text,
            href: history.createHref({ pathname, search, hash: '', state: undefined }),
            onClick: (event) => {
              event.preventDefault();
              history.push({ pathname, search });
            },
          };
    };
    core.chrome.setBreadcrumbs([
      toBreadcrumb({ text: PLUGIN_NAME, pathname: '/' }),
      ...crumbs.map(toBreadcrumb),
    ]);
    core.chrome.docTitle.change([...crumbs.map(({ text }) => text).reverse(), PLUGIN_NAME]);
  }, [core, crumbs, history]);
};
