import type { Random } from '../../../standalone/generator/random';
import { PERIOD, type BenchCompany, type Worker } from './company';
import { named, stranger, usually, type BenchCall, type Side } from './records';
import { anyCase } from './spellings';

/** A call and who of us was on it; nobody when there was none of us, or no person that anybody could name. */
export interface Case {
  readonly call: BenchCall;
  readonly person: Worker | undefined;
}

interface Draw {
  readonly company: BenchCompany;
  readonly random: Random;
  readonly startMs: number;
}

/** An ordinary call between a stranger and one of us, in either direction. */
const withStranger = ({ random, startMs }: Draw, worker: Worker, ours: Side): Case => {
  const outside = stranger(random, worker.site);
  const inbound = random.chance(0.6);
  return {
    person: worker,
    call: {
      site: worker.site,
      startMs,
      direction: inbound ? 'inbound' : 'outbound',
      legs: [inbound ? { caller: outside, callee: ours } : { caller: ours, callee: outside }],
    },
  };
};

/** One of those that fit; most people do. */
const fitting = (draw: Draw, fits: (worker: Worker) => boolean): Worker => {
  for (;;) {
    const worker = someone(draw);
    if (fits(worker)) return worker;
  }
};
const someone = ({ company, random }: Draw): Worker => random.pick(company.settled);
const at = ({ company, random }: Draw, provider: string): Worker =>
  random.pick(company.byProvider.get(provider) ?? []);
const inbound = (draw: Draw, worker: Worker, legs: BenchCall['legs']): BenchCall => ({
  site: worker.site,
  startMs: draw.startMs,
  direction: 'inbound',
  legs,
});

const sharedLine = (draw: Draw, agentKnown: boolean): Case => {
  const line = draw.random.pick(draw.company.sharedLines);
  const agent = draw.random.pick(line.workers);
  const byNumber = draw.random.chance(0.5);
  const callee: Side = {
    number: byNumber ? line.number : line.extension,
    extension: byNumber ? undefined : line.extension,
    user: agentKnown ? { email: anyCase(draw.random, agent.upn) } : undefined,
  };
  const caller = stranger(draw.random, line.site);
  return { person: agent, call: inbound(draw, agent, [{ caller, callee }]) };
};

const handedOver = (draw: Draw, unknown: boolean): Case => {
  const { company, random } = draw;
  const handovers = company.handovers.filter((handover) => handover.unknown === unknown);
  if (handovers.length === 0) return KINDS.plain.make(draw);
  const { before, after, atMs } = random.pick(handovers);
  // Of a newcomer whom the directory does not know yet, only the first day counts: then the sync runs.
  const startMs = unknown ? atMs + random.int(0, 86_400_000) : draw.startMs;
  const holder = startMs < atMs ? before : after;
  const by = holder.direct && random.chance(0.5) ? 'number' : 'extension';
  return withStranger({ ...draw, startMs }, holder, named(random, holder, by));
};

const forwarded = (draw: Draw): Case => {
  const first = at(draw, 'asterisk_cdr');
  const here = draw.company.bySite.get(first.site) ?? [];
  const answering = draw.random.pick(here);
  const caller = stranger(draw.random, first.site);
  const legs = [
    { caller, callee: named(draw.random, first, 'extension'), answered: false },
    { caller, callee: named(draw.random, answering, 'extension') },
  ];
  return { person: answering, call: inbound(draw, first, legs) };
};

const helpDeskQueue = (draw: Draw): Case => {
  const agent = at(draw, 'asterisk_cdr');
  const caller = stranger(draw.random, agent.site);
  const legs = [
    { caller, callee: { number: '8700', extension: '8700' }, answered: false },
    { caller, callee: named(draw.random, agent, 'extension') },
  ];
  return { person: agent, call: inbound(draw, agent, legs) };
};

/** Somebody logs in at a colleague's phone: the extension is the desk's, the person is told by the account. */
const hotDesk = (draw: Draw): Case => {
  const desk = at(draw, 'cisco_cucm');
  const visitor = at(draw, 'cisco_cucm');
  const { user } = named(draw.random, visitor, 'account');
  return withStranger(draw, visitor, { number: desk.extension, extension: desk.extension, user });
};

/** As before, but the visitor is in no directory: the desk's owner was not on this call. */
const unlistedVisitor = (draw: Draw): Case => {
  const desk = at(draw, 'cisco_cucm');
  const name = `CORP\\temp${draw.random.int(100, 999)}`;
  const callee = { number: desk.extension, extension: desk.extension, user: { name } };
  const caller = stranger(draw.random, desk.site);
  return { person: undefined, call: inbound(draw, desk, [{ caller, callee }]) };
};

/** The phone system writes the part before the @, where the directory has another account name. */
const otherAccount = (draw: Draw): Case => {
  const worker = at(draw, 'cisco_cucm');
  return withStranger(draw, worker, {
    number: worker.extension,
    extension: worker.extension,
    user: { name: worker.upn.split('@')[0] },
  });
};

const guestCaller = (draw: Draw): Case => {
  const worker = at(draw, 'ms_teams');
  // Guests may have the name, and the part before the @, of one of us.
  const double = draw.random.pick(draw.company.settled);
  const address = `${double.account}_partner.example.org#EXT#@vishingdemo.onmicrosoft.com`;
  const caller: Side = {
    display_name: double.fullName,
    user: {
      id: draw.random.uuid(),
      name: anyCase(draw.random, address),
      full_name: double.fullName,
    },
  };
  const callee = named(draw.random, worker, 'object_id');
  return { person: worker, call: inbound(draw, worker, [{ caller, callee }]) };
};

/** Our side is nobody of the directory: a guest, a partner, a contractor with an account of another domain. */
const foreignParty = (draw: Draw): Case => {
  const { random } = draw;
  const double = at(draw, 'ms_teams');
  const name = random.pick([
    `${double.account}_partner.example.org#EXT#@vishingdemo.onmicrosoft.com`,
    `${double.account}@partner.example.org`,
    `${double.fullName.replace(' ', '.').toLowerCase()}@example.org`,
  ]);
  const callee: Side = { display_name: double.fullName, user: { id: random.uuid(), name } };
  return {
    person: undefined,
    call: inbound(draw, double, [{ caller: stranger(random, double.site), callee }]),
  };
};

const foreignDomain = (draw: Draw): Case => {
  const double = at(draw, 'cisco_cucm');
  const extension = String(draw.random.int(7000, 7999));
  const callee = { number: extension, extension, user: { name: `PARTNER\\${double.account}` } };
  const caller = stranger(draw.random, double.site);
  return { person: undefined, call: inbound(draw, double, [{ caller, callee }]) };
};

const ownNumberFromOutside = (draw: Draw): Case => {
  const worker = someone(draw);
  const spoofed = fitting(draw, ({ direct }) => direct !== undefined);
  const legs = [{ caller: { number: spoofed.direct }, callee: usually(draw.random, worker) }];
  const call = inbound(draw, worker, legs);
  return {
    person: worker,
    call: draw.random.chance(0.5) ? { ...call, direction: undefined } : call,
  };
};

const fromMobile = (draw: Draw): Case => {
  const worker = someone(draw);
  const colleague = fitting(draw, ({ mobile }) => mobile !== undefined);
  const legs = [{ caller: { number: colleague.mobile }, callee: usually(draw.random, worker) }];
  return { person: worker, call: inbound(draw, worker, legs) };
};

const internal = (draw: Draw): Case => {
  const callee = someone(draw);
  const here = draw.company.bySite.get(callee.site) ?? [];
  const legs = [
    { caller: usually(draw.random, draw.random.pick(here)), callee: usually(draw.random, callee) },
  ];
  const { site } = callee;
  return { person: callee, call: { site, startMs: draw.startMs, direction: 'internal', legs } };
};

const machineAccount = (draw: Draw): Case => {
  const worker = at(draw, 'cisco_cucm');
  const name = draw.random.pick(['NT AUTHORITY\\SYSTEM', 'CORP\\WS-00001$', 'DWM-2', 'SYSTEM']);
  return withStranger(draw, worker, {
    number: worker.extension,
    extension: worker.extension,
    user: { name },
  });
};

const siteUnknown = (draw: Draw): Case => {
  const worker = someone(draw);
  const { call, person } = withStranger(draw, worker, usually(draw.random, worker));
  return { person, call: { ...call, siteUnknown: true } };
};

/** An old or private spelling of the address in our domain that no directory lists: account@domain. */
const unlistedAddress = (draw: Draw): Case => {
  const worker = at(draw, 'zoom_phone');
  return withStranger(draw, worker, { user: { email: `${worker.account}@example.com` } });
};

interface Kind {
  /** Share of all calls, in parts of 1,000. */
  readonly perMille: number;
  readonly make: (draw: Draw) => Case;
}

const ofSomeone =
  (choose: (draw: Draw) => Worker, say: (random: Random, worker: Worker) => Side) =>
  (draw: Draw): Case => {
    const worker = choose(draw);
    return withStranger(draw, worker, say(draw.random, worker));
  };

/** Everything that host-events.md, section 3, has seen; the shares are those of a large company, rounded up. */
export const KINDS = {
  plain: { perMille: 520, make: ofSomeone(someone, usually) },
  internal: { perMille: 100, make: internal },
  domain_account: {
    perMille: 60,
    make: ofSomeone(
      (draw) => at(draw, 'cisco_cucm'),
      (random, worker) => named(random, worker, 'account')
    ),
  },
  three_spellings: {
    perMille: 60,
    make: ofSomeone(someone, (random, worker) => named(random, worker, 'number')),
  },
  no_host: {
    perMille: 40,
    make: ofSomeone((draw) => fitting(draw, ({ host }) => !host), usually),
  },
  forwarded: { perMille: 40, make: forwarded },
  help_desk_queue: { perMille: 30, make: helpDeskQueue },
  handed_over: { perMille: 30, make: (draw) => handedOver(draw, false) },
  from_mobile: { perMille: 25, make: fromMobile },
  shared_line_agent: { perMille: 25, make: (draw) => sharedLine(draw, true) },
  hot_desk_unlisted: { perMille: 2, make: unlistedVisitor },
  other_account: { perMille: 5, make: otherAccount },
  hot_desk: { perMille: 15, make: hotDesk },
  guest_caller: { perMille: 15, make: guestCaller },
  machine_account: { perMille: 10, make: machineAccount },
  own_number_from_outside: { perMille: 10, make: ownNumberFromOutside },
  foreign_party: { perMille: 5, make: foreignParty },
  shared_line: { perMille: 5, make: (draw) => sharedLine(draw, false) },
  unlisted_address: { perMille: 4, make: unlistedAddress },
  unlisted_person: {
    perMille: 3,
    make: ofSomeone(({ company, random }) => random.pick(company.unlisted), usually),
  },
  site_unknown: { perMille: 2, make: siteUnknown },
  foreign_domain: { perMille: 0.5, make: foreignDomain },
  newcomer_unknown: { perMille: 0.5, make: (draw) => handedOver(draw, true) },
} as const satisfies Record<string, Kind>;
export type KindId = keyof typeof KINDS;

export const drawCase = (company: BenchCompany, random: Random): { kind: KindId } & Case => {
  const kinds = Object.entries(KINDS) as [KindId, Kind][];
  const kind = random.weighted(kinds.map(([id, { perMille }]) => [id, perMille] as const));
  const startMs = random.int(PERIOD.fromMs, PERIOD.toMs);
  return { kind, ...KINDS[kind].make({ company, random, startMs }) };
};
