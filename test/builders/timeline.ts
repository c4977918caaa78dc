import type { TimelineEvent } from '../../common/api/call';

/** The call of `buildCall` began here. */
export const CALL_START_MS = Date.parse('2025-01-01T14:03:00.000Z');

/** A context event on the endpoint one minute after the start of the call; a test names only what it is about. */
export const buildTimelineEvent = (overrides: Partial<TimelineEvent> = {}): TimelineEvent => {
  const offsetMs = overrides.offset_ms ?? 60_000;
  return {
    id: `event-${offsetMs}`,
    lane: 'endpoint',
    start: new Date(CALL_START_MS + offsetMs).toISOString(),
    offset_ms: offsetMs,
    label: 'winword.exe',
    sentence: 'Ana Diaz started winword.exe on ws-114.',
    role: 'context',
    count: 1,
    facets: {},
    ...overrides,
  };
};
