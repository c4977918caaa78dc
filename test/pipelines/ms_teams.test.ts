import { casesOf, parseFixture } from './fixtures';
import { essentials, field, pipelineBench, type Essentials } from './pipeline_tester';

const es = pipelineBench();

/** From another tenant; the call began at .1234567 and its session three seconds later. */
const external: Essentials = {
  time: '2026-03-02T14:20:00.123Z',
  caller: 'Help Desk',
  callee: 'Ada Example',
  action: 'call-answered',
  outcome: 'success',
  duration: 663,
  talk: 660,
};
const failed: Essentials = { ...external, outcome: 'failure', duration: 27.877, talk: 0 };
const withoutSessions: Essentials = { ...external, outcome: 'unknown', talk: 663 };

const pstn: Essentials = {
  time: '2026-03-02T15:00:00.258Z',
  caller: '+12025550142',
  callee: '+12025550100',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 219,
  talk: 219,
};
const routed: Essentials = {
  time: '2026-03-02T16:00:00.949Z',
  caller: '+12025550***',
  callee: '+12025551***',
  direction: 'inbound',
  action: 'call-answered',
  outcome: 'success',
  duration: 128.156,
  talk: 120,
};
const unrouted: Essentials = { ...routed, outcome: 'failure', duration: 19.051, talk: 0 };

const EXPECTED: Readonly<Record<string, readonly Essentials[]>> = {
  'external-tenant-call': [external],
  'revised-record': [withoutSessions, external],
  'without-sessions': [{ ...withoutSessions, caller: 'Ben Example', direction: 'internal' }],
  'null-identities': [external],
  'group-call': [{ ...external, talk: 600 }],
  'group-call-nobody-joins': [{ ...external, action: 'call-missed', outcome: 'failure', talk: 0 }],
  'session-names-the-caller': [{ ...external, caller: 'Ben Example', direction: 'internal' }],
  'phone-party': [{ ...external, caller: '+12025550142', direction: 'inbound' }],
  'guest-caller': [{ ...external, caller: 'Visitor' }],
  'failed-sessions': [
    { ...failed, action: 'call-rejected' },
    { ...failed, action: 'call-missed' },
    { ...failed, action: 'call-failed' },
    external,
  ],
  pstn: [
    pstn,
    { ...pstn, caller: '+12025550100', callee: '+442079460958', direction: 'outbound' },
    { ...pstn, action: 'call-missed', outcome: 'failure', duration: 0, talk: 0 },
    pstn,
    { ...pstn, caller: '+12025550100', callee: '+4930231250199', direction: 'outbound' },
    { ...pstn, direction: undefined },
  ],
  'direct-routing': [
    routed,
    { ...routed, direction: 'outbound' },
    { ...unrouted, action: 'call-missed' },
    { ...unrouted, action: 'call-rejected' },
    { ...unrouted, action: 'call-failed' },
    { ...unrouted, action: 'call-missed' },
  ],
};

describe('Microsoft Teams', () => {
  it('has an expectation for every fixture', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(casesOf('ms_teams'));
  });

  it.each(Object.keys(EXPECTED))('reads who called whom, when and how long in %s', async (name) => {
    const parsed = await parseFixture(es, 'ms_teams', name);
    expect(parsed.map(essentials)).toEqual(EXPECTED[name]);
  });

  it('keeps the tenants of both sides, and what was shown on the screen', async () => {
    const [call] = await parseFixture(es, 'ms_teams', 'external-tenant-call');
    expect(field(call?.source, 'vishing.caller.tenant')).toMatch(/^2{8}-/);
    expect(field(call?.source, 'vishing.callee.tenant')).toMatch(/^1{8}-/);
    expect(field(call?.source, 'vishing.call.media')).toEqual(['audio', 'screen_share']);
    expect(field(call?.source, 'source.ip')).toBe('198.51.100.7');
    expect(field(call?.source, 'network.application')).toBe('teams');
  });

  it('stores a later version beside the earlier one, as a revision of the same call', async () => {
    const [first, second] = await parseFixture(es, 'ms_teams', 'revised-record');
    expect(field(first?.source, 'vishing.call.revision')).toBe(1);
    expect(field(second?.source, 'vishing.call.revision')).toBe(2);
    expect(field(second?.source, 'vishing.call.id')).toBe(field(first?.source, 'vishing.call.id'));
    expect(second?.id).not.toBe(first?.id);
  });

  it('names everybody who was on a group call', async () => {
    const [call] = await parseFixture(es, 'ms_teams', 'group-call');
    expect(field(call?.source, 'related.user')).toHaveLength(3);
  });

  it('gives the Teams user to the side that the direction says', async () => {
    const [inbound, outbound] = await parseFixture(es, 'ms_teams', 'pstn');
    expect(field(inbound?.source, 'destination.user.email')).toBe('ada@example.com');
    expect(field(inbound?.source, 'source.user')).toBeUndefined();
    expect(field(outbound?.source, 'source.user.email')).toBe('ada@example.com');
  });

  it('says why a direct-routing call was not answered and how long it rang', async () => {
    const rows = await parseFixture(es, 'ms_teams', 'direct-routing');
    expect(rows.map(({ source }) => field(source, 'vishing.call.hangup_cause'))).toEqual([
      undefined,
      undefined,
      'user_busy',
      'call_rejected',
      'unallocated_number',
      'originator_cancel',
    ]);
    expect(field(rows[0]?.source, 'vishing.call.ring_seconds')).toBe(9);
    expect(field(rows[0]?.source, 'observer.name')).toBe('sbc.example.com');
  });
});
