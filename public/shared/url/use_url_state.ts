import { useCallback, useMemo, useRef } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { z } from 'zod';
import { readSearch, writeSearch } from './search_params';

/** Changes some values; `replace` for what nobody wants to step back through, such as a drag. */
export type SetUrlState<State> = (
  changes: Partial<State>,
  options?: { readonly replace?: boolean }
) => void;

/** State that lives in the address, so that back, reload and a copied link lose nothing. */
export const useUrlState = <S extends z.ZodType<Record<string, unknown>>>(
  schema: S
): [z.output<S>, SetUrlState<z.output<S>>] => {
  const history = useHistory();
  const { search } = useLocation();
  const state = useMemo(() => readSearch(schema, search), [schema, search]);
  const defaults = useRef(readSearch(schema, ''));

  const setState = useCallback<SetUrlState<z.output<S>>>(
    (changes, { replace = false } = {}) => {
      const { location } = history;
      const next = writeSearch(
        location.search,
        changes as Record<string, string | number | boolean | undefined>,
        defaults.current
      );
      if (next === location.search) return;
      const target = { ...location, search: next };
      if (replace) history.replace(target);
      else history.push(target);
    },
    [history]
  );
  return [state, setState];
};
