import type { PluginsStart } from '../../../../public/kibana';

/** Address of the page that stands in for Discover. */
export const DISCOVER_ROUTE = '/app/discover';
export const DISCOVER_LOCATOR = 'DISCOVER_APP_LOCATOR';

const textAt = (value: unknown, key: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : '';
  return typeof found === 'string' ? found : '';
};

/** Kibana's locators, with one: Discover with an ES|QL query and a time range. */
export const createShare = (basePath: string): NonNullable<PluginsStart['share']> => ({
  url: {
    locators: {
      get: (id) =>
        id === DISCOVER_LOCATOR
          ? {
              getRedirectUrl: ({ query, timeRange }) => {
                const search = new URLSearchParams({
                  esql: textAt(query, 'esql'),
                  from: textAt(timeRange, 'from'),
                  to: textAt(timeRange, 'to'),
                });
                return `${basePath}${DISCOVER_ROUTE}?${search.toString()}`;
              },
            }
          : undefined,
    },
  },
});
