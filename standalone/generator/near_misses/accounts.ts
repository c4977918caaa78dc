import { entraAudit, entraSignIn } from '../host_events/entra';
import { oktaEvent } from '../host_events/okta';
import { HOTEL_ABROAD, officeOf } from '../host_events/places';
import { MINUTE_MS } from '../local_time';
import { AUSTIN, BERLIN, LONDON } from '../sites';
import { answeredCall, quietAround, type NearMiss } from './near_miss';

const RESETS = 3;

/** Passwords expired: people of the office ring the help desk, which resets them. */
export const resetsAfterInternalCalls: NearMiss = ({ random, startMs, take }) => {
  const agent = take(({ roles }) => roles.includes('help_desk'));
  const people = Array.from({ length: RESETS }, () =>
    take((person) => person.site === BERLIN && person.roles.length === 0)
  );
  return {
    calls: people.map((person, index) =>
      answeredCall('reset_after_internal_call', {
        startMs: startMs + index * 12 * MINUTE_MS,
        talkSeconds: random.int(120, 400),
        direction: 'internal',
        employee: agent,
        other: { kind: 'employee', employee: person },
      })
    ),
    events: people.flatMap((target, index) => {
      const timeMs = startMs + (index * 12 + 4) * MINUTE_MS;
      const place = officeOf(BERLIN);
      return [
        entraAudit(random, {
          operation: 'Reset password (by admin)',
          timeMs,
          actor: agent,
          target,
          place,
        }),
        entraAudit(random, {
          operation: 'Change user password',
          timeMs: timeMs + 3 * MINUTE_MS,
          actor: target,
          target,
          place,
        }),
        entraSignIn(random, { timeMs: timeMs + 4 * MINUTE_MS, user: target, place }),
      ];
    }),
    quiet: quietAround(startMs, [agent]),
  };
};

/** An agent who had a caller from outside in the morning resets a password hours later. */
export const resetLongAfterExternalCall: NearMiss = ({ random, startMs, take }) => {
  const agent = take(({ roles }) => roles.includes('help_desk'));
  const target = take((person) => person.site === LONDON && person.roles.length === 0);
  const callMs = startMs - 200 * MINUTE_MS;
  return {
    calls: [
      {
        ...answeredCall('reset_long_after_call', {
          startMs: callMs,
          talkSeconds: 310,
          direction: 'inbound',
          employee: agent,
          other: { kind: 'number', number: '+494066969127' },
        }),
        queue: { rangBefore: [] },
      },
    ],
    events: [
      entraAudit(random, {
        operation: 'Reset password (by admin)',
        timeMs: startMs,
        actor: agent,
        target,
        place: officeOf(BERLIN),
      }),
    ],
    quiet: [{ employee: agent, fromMs: callMs, toMs: startMs + 60 * MINUTE_MS }],
  };
};

/** A new phone: the owner removes the old factor and adds a new one at the desk, without any call. */
export const newPhoneDay: NearMiss = ({ random, startMs, take }) => {
  const person = take(({ site, roles }) => site === AUSTIN && roles.length === 0);
  const place = officeOf(AUSTIN);
  const step = (action: string, minutes: number) =>
    oktaEvent(random, {
      action,
      timeMs: startMs + minutes * MINUTE_MS,
      actor: person,
      target: person,
      place,
    });
  return {
    calls: [],
    events: [
      step('user.mfa.factor.deactivate', 0),
      step('user.mfa.factor.activate', 4),
      step('user.authentication.auth_via_mfa', 6),
    ],
    quiet: quietAround(startMs, [person]),
  };
};

/** Three pushes fumbled while on the phone with a stranger: below every burst. */
export const fumbledPushes: NearMiss = ({ random, startMs, take }) => {
  const person = take(({ site, roles }) => site === AUSTIN && roles.length === 0);
  const place = officeOf(AUSTIN);
  return {
    calls: [
      answeredCall('fumbled_pushes', {
        startMs,
        talkSeconds: 600,
        direction: 'inbound',
        employee: person,
        other: { kind: 'number', number: '+14045550118' },
      }),
    ],
    events: [1, 2, 3].map((minutes) =>
      oktaEvent(random, {
        action: 'user.mfa.okta_verify.deny_push',
        timeMs: startMs + minutes * MINUTE_MS,
        actor: person,
        place,
        outcome: 'failure',
        reason: 'User rejected Okta push verify',
      })
    ),
    quiet: quietAround(startMs, [person]),
  };
};

/** Sales on the road: sign-ins from a hotel abroad and several calls with customers. */
export const travellingSalesperson: NearMiss = ({ random, startMs, take }) => {
  const person = take(({ site, department }) => site === BERLIN && department === 'Sales');
  return {
    calls: ['+33199004512', '+33199008830', '+494066969155'].map((number, index) =>
      answeredCall('travelling_sales', {
        startMs: startMs + index * 14 * MINUTE_MS,
        talkSeconds: random.int(120, 600),
        direction: index === 1 ? 'inbound' : 'outbound',
        employee: person,
        other: { kind: 'number', number },
      })
    ),
    events: [2, 20, 41].map((minutes) =>
      entraSignIn(random, {
        timeMs: startMs + minutes * MINUTE_MS,
        user: person,
        place: HOTEL_ABROAD,
      })
    ),
    quiet: quietAround(startMs, [person]),
  };
};
