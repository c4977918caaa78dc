import type { Employee } from '../company';
import { SECOND_MS } from '../local_time';
import type { Random } from '../random';
import { toHostEvent, type HostEvent } from './host_event';
import { sourceOf, type Place } from './places';

export interface OktaEvent {
  /** Okta's event type, such as `user.session.start`. */
  readonly action: string;
  readonly timeMs: number;
  readonly actor: Employee;
  readonly place: Place;
  readonly outcome?: 'success' | 'failure';
  readonly reason?: string;
  /** The person it is done to, when that is not the actor. */
  readonly target?: Employee;
}

/** Event types to which the integration gives a category; most factor and account events have none. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  'user.session.start': ['authentication', 'session'],
  'user.authentication.sso': ['authentication'],
};

/** One document of the Okta system log; `user.name` is the local part of the login, there is no e-mail field. */
export const oktaEvent = (random: Random, occurrence: OktaEvent): HostEvent => {
  const { action, timeMs, actor, place, outcome = 'success', reason, target } = occurrence;
  const category = CATEGORIES[action];
  return toHostEvent({
    dataset: 'okta.system',
    id: random.uuid(),
    timeMs,
    delayMs: random.int(20, 110) * SECOND_MS,
    event: {
      action,
      outcome,
      type: ['info'],
      ...(category === undefined ? {} : { category }),
      ...(reason === undefined ? {} : { reason }),
    },
    fields: {
      source: sourceOf(place),
      client: { ip: place.ip, geo: { country_name: place.country } },
      user: {
        name: actor.account,
        full_name: actor.fullName,
        ...(target === undefined
          ? {}
          : { target: { id: target.oktaId, full_name: target.fullName, name: target.account } }),
      },
      related: { user: [actor.account, actor.fullName] },
      okta: {
        actor: {
          id: actor.oktaId,
          type: 'User',
          alternate_id: actor.upn,
          display_name: actor.fullName,
        },
        event_type: action,
        outcome: {
          result: outcome === 'success' ? 'SUCCESS' : 'FAILURE',
          ...(reason === undefined ? {} : { reason }),
        },
        client: { ip: place.ip, device: 'Computer' },
        ...(target === undefined
          ? {}
          : {
              target: [
                {
                  id: target.oktaId,
                  type: 'User',
                  alternate_id: target.upn,
                  display_name: target.fullName,
                },
              ],
            }),
      },
    },
  });
};
