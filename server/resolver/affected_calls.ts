import type { StoredCall } from './call_document';
import type { HistoryStore } from './history_store';
import { mapInSlices } from './in_slices';
import { toPastCall, type NumberedCall } from './past_call';

const samePast = (a: NumberedCall | undefined, b: NumberedCall | undefined): boolean =>
  a?.number === b?.number &&
  a?.call.startMs === b?.call.startMs &&
  a?.call.person === b?.call.person &&
  a?.call.answered === b?.call.answered &&
  a?.call.spoken === b?.call.spoken;

/**
 * Puts the calls of a batch into the history of their numbers.
 * @returns by number, the ids of all calls whose past is another one now, those of other batches included
 */
export const updateHistory = async (
  history: HistoryStore,
  documents: ReadonlyMap<string, StoredCall>,
  stored: ReadonlyMap<string, StoredCall>
): Promise<Map<string, Set<string>>> => {
  const instants = new Map<string, number[]>();
  const firstSeen = new Map<string, number>();
  const mark = ({ number, call }: NumberedCall): void => {
    const present = instants.get(number);
    if (present) present.push(call.startMs);
    else {
      instants.set(number, [call.startMs]);
      firstSeen.set(number, history.firstSeen(number));
    }
  };
  await mapInSlices(documents, ([id, document]) => {
    const present = stored.get(id);
    const before = present && toPastCall(present);
    const after = toPastCall(document);
    if (samePast(before, after)) return;
    if (before) mark(before);
    if (after) mark(after);
    history.replace(before, after);
  });
  return new Map(
    await mapInSlices(instants, ([number, starts]) => {
      const moved = firstSeen.get(number) !== history.firstSeen(number);
      return [number, history.callsAfterAny(number, starts, moved)];
    })
  );
};
