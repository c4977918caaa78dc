import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { z } from 'zod';
import type { AppPath } from '../shared/app_link';

const stateSchema = z.object({ list: z.string() });

/** The way back to the list as it was left; its address travels in the browser's history. */
export const useListPath = (): AppPath => {
  const { state } = useLocation<unknown>();
  return useMemo(() => {
    const known = stateSchema.safeParse(state);
    return { pathname: '/', search: known.success ? known.data.list : '' };
  }, [state]);
};
