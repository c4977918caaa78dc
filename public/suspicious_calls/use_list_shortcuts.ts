import { useCallback } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import type { AlertStatusActions } from '../shared/alert_actions/use_alert_status';
import type { AppPath } from '../shared/app_link';
import { readSearch } from '../shared/url/search_params';
import type { SetUrlState } from '../shared/url/use_url_state';
import { listStateSchema, type ListState } from './list_state';
import { useShortcuts } from './use_shortcuts';

const callPath = ({ call_id }: SuspiciousCall, list: string): AppPath => ({
  pathname: `/calls/${call_id}`,
  state: { list },
});

/** Path of a call's page; it carries this list's address for the way back. */
export const useCallPath = (): ((call: SuspiciousCall) => AppPath) => {
  const { search } = useLocation();
  return useCallback((call) => callPath(call, search), [search]);
};

interface ListShortcuts {
  readonly calls: readonly SuspiciousCall[];
  readonly actions: AlertStatusActions;
  setState: SetUrlState<ListState>;
  onHelp(): void;
}

const scrollTo = (callId: string): void =>
  document
    .querySelector(`[data-test-subj="callRow-${callId}"]`)
    ?.scrollIntoView({ block: 'nearest' });

/** `j` and `k` move, `Enter` opens, `a` acknowledges, `?` lists the keys. */
export const useListShortcuts = ({ calls, actions, setState, onHelp }: ListShortcuts): void => {
  const history = useHistory();
  // From the address as it is now: keys can follow each other faster than the page draws.
  const position = (): number => {
    const { row } = readSearch(listStateSchema, history.location.search);
    return calls.findIndex(({ call_id }) => call_id === row);
  };
  const moveTo = (index: number): void => {
    const next = calls[Math.min(Math.max(index, 0), calls.length - 1)];
    if (!next) return;
    setState({ row: next.call_id }, { replace: true });
    scrollTo(next.call_id);
  };
  const open = (): void => {
    const current = calls[position()];
    if (!current) return;
    const { pathname, state: back } = callPath(current, history.location.search);
    history.push({ pathname, state: back });
  };
  const acknowledge = (): void => {
    const current = calls[position()];
    if (current && !actions.isBusy) void actions.setStatus([current], 'acknowledged');
  };
  useShortcuts({
    j: () => moveTo(position() + 1),
    k: () => moveTo(position() - 1),
    Enter: open,
    a: acknowledge,
    '?': onHelp,
  });
};
