import type { Lane } from '../../../common/model/signal';

/** For so long after the call, and before it, an event counts in full (minutes). */
const FULL_AFTER_END = 15;
const FULL_BEFORE_START = 30;
/** Minutes in which what came before the call loses all but a third. */
const BEFORE = 120;
/** Minutes after the call in which an event loses all but a third: a tool belongs to the call, a theft of data takes its day. */
const AFTER: Readonly<Record<Lane, number>> = {
  calls: 60,
  number: 60,
  endpoint: 60,
  network: 60,
  alerts: 60,
  identity: 240,
  mail: 1440,
};

/**
 * How much of an event's weight is left, 0 to 1, by its distance from the call.
 * @param gapSeconds from the start of the call to the event, negative before it
 * @param talkSeconds length of the conversation; the call ends that long after its start
 */
export const timeFactor = (
  lane: Lane,
  { gapSeconds, talkSeconds }: { readonly gapSeconds: number; readonly talkSeconds: number }
): number => {
  const before = -gapSeconds / 60 - FULL_BEFORE_START;
  const after = (gapSeconds - talkSeconds) / 60 - FULL_AFTER_END;
  if (before > 0) return Math.exp(-before / BEFORE);
  return after > 0 ? Math.exp(-after / AFTER[lane]) : 1;
};
