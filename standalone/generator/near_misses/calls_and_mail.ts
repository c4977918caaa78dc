import { processStart } from '../host_events/endpoint';
import { mailDelivered } from '../host_events/mail';
import { externalChat } from '../host_events/office';
import { CMD, NET, NLTEST, SYSTEMINFO, WHOAMI } from '../host_events/programs';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../local_time';
import { AUSTIN, BERLIN, LONDON } from '../sites';
import { answeredCall, atDesk, hasHost, quietAround, type NearMiss } from './near_miss';

/** An invoice mail, then a call to the courier about it, and nothing else. */
export const courierAfterInvoice: NearMiss = ({ random, startMs, take }) => {
  const person = take(({ site, roles }) => site === AUSTIN && roles.includes('finance'));
  return {
    calls: [
      answeredCall('courier_after_invoice', {
        startMs,
        talkSeconds: 210,
        direction: 'outbound',
        employee: person,
        other: { kind: 'number', number: '+12145550129', name: 'Kestrel Couriers' },
      }),
    ],
    events: [
      mailDelivered(random, {
        timeMs: startMs - 3 * HOUR_MS,
        from: 'billing@kestrel-couriers.example.org',
        to: person,
        subject: 'Invoice 20551 for your shipment',
      }),
    ],
    quiet: quietAround(startMs, [person]),
  };
};

const NEWSLETTERS = 64;

/** A mailing list gone wrong fills a mailbox in eight minutes; nobody calls. */
export const newsletterFlood: NearMiss = ({ random, startMs, take }) => {
  const person = take(({ site, department }) => site === LONDON && department !== 'Finance');
  return {
    calls: [],
    events: Array.from({ length: NEWSLETTERS }, (_, index) =>
      mailDelivered(random, {
        timeMs: startMs + random.int(0, 8 * 60) * SECOND_MS,
        from: `list${random.int(1, 4)}@lists.example.org`,
        to: person,
        subject: `Re: Re: please take me off this list (${index + 1})`,
      })
    ),
    quiet: [{ employee: person, fromMs: startMs - HOUR_MS, toMs: startMs + 6 * HOUR_MS }],
  };
};

/** One robocaller tries four people within 25 minutes; a burst of reconnaissance begins at five. */
export const robocallTour: NearMiss = ({ random, startMs, take }) => {
  const people = Array.from({ length: 4 }, () =>
    take(({ site, roles }) => site === AUSTIN && roles.length === 0)
  );
  return {
    calls: people.map((employee, index) => ({
      startMs: startMs + index * 8 * MINUTE_MS,
      ringSeconds: 22,
      talkSeconds: index === 2 ? 6 : 0,
      outcome: index === 2 ? 'answered' : 'no_answer',
      direction: 'inbound',
      employee,
      other: { kind: 'number', number: `+197255501${random.int(10, 99)}` },
      label: 'robocall_tour',
    })),
    events: [],
    quiet: [],
  };
};

/** A partner of another tenant chats and then calls over Teams, as partners do. */
export const partnerOnTeams: NearMiss = ({ random, startMs, take }) => {
  const person = take(({ site, roles }) => site === LONDON && roles.length === 0);
  const tenantId = '3f8d1b52-0c64-4e5e-a3de-61d2b7a9f014';
  return {
    calls: [
      answeredCall('partner_on_teams', {
        startMs,
        talkSeconds: 1_100,
        direction: 'inbound',
        employee: person,
        other: {
          kind: 'tenant',
          tenantId,
          userId: 'b9f1ea36-8f3f-4c1f-9a55-70d1f2f8a6c3',
          name: 'Robin Marsh',
        },
      }),
    ],
    events: [
      externalChat(random, {
        timeMs: startMs - 4 * MINUTE_MS,
        from: { upn: 'robin.marsh@partner12.example.org', displayName: 'Robin Marsh', tenantId },
        to: person,
      }),
    ],
    quiet: quietAround(startMs, [person]),
  };
};

/** An engineer looks around on the command line; nobody is on the phone. */
export const commandLineWork: NearMiss = ({ random, startMs, take }) => {
  const engineer = atDesk(take((person) => person.title === 'Systems engineer' && hasHost(person)));
  return {
    calls: [],
    events: [CMD, WHOAMI, NET, NLTEST, SYSTEMINFO].map((program, index) =>
      processStart(
        {
          random,
          host: engineer.host,
          account: engineer,
          timeMs: startMs + index * 20 * SECOND_MS,
        },
        program,
        program === CMD ? {} : { parent: CMD }
      )
    ),
    quiet: quietAround(startMs, [engineer]),
  };
};

/** A long talk with a number that nobody knows, followed by nothing. */
export const longTalkWithStranger: NearMiss = ({ startMs, take }) => {
  const person = take(({ site, roles }) => site === BERLIN && roles.length === 0);
  return {
    calls: [
      answeredCall('long_talk', {
        startMs,
        talkSeconds: 1_860,
        direction: 'inbound',
        employee: person,
        other: { kind: 'number', number: '+498999998177' },
      }),
    ],
    events: [],
    quiet: quietAround(startMs, [person]),
  };
};
