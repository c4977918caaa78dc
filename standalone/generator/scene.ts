import type { Employee } from './company';
import type { GeneratedCall } from './generated_call';
import type { HostEvent } from './host_events/host_event';

/** A time in which a person makes no ordinary calls with the outside, because the scene is about that. */
export interface QuietTime {
  readonly employee: Employee;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Something that happens on top of ordinary work: a campaign or a near miss. */
export interface Scene {
  readonly calls: readonly GeneratedCall[];
  readonly events: readonly HostEvent[];
  readonly quiet: readonly QuietTime[];
}

/** Several scenes as one. */
export const joinScenes = (scenes: readonly Scene[]): Scene => ({
  calls: scenes.flatMap(({ calls }) => calls),
  events: scenes.flatMap(({ events }) => events),
  quiet: scenes.flatMap(({ quiet }) => quiet),
});
