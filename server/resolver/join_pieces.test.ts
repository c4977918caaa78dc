import { joinPieces } from './join_pieces';
import { toRawRecord, type RawRecord } from './raw_record';

const START = '2026-03-02T14:20:00.000Z';
const ANSWER = '2026-03-02T14:20:10.000Z';
const END = '2026-03-02T14:21:30.000Z';

interface PieceFields {
  readonly id: string;
  readonly at: string;
  readonly event?: object;
  readonly call?: object;
  readonly callee?: string;
  readonly leg?: string;
}

const buildPiece = ({
  id,
  at,
  event,
  call,
  callee = '1001',
  leg = 'a',
}: PieceFields): RawRecord => {
  const record = toRawRecord(id, {
    '@timestamp': at,
    event: { provider: 'asterisk_cel', ...event },
    source: { address: '+12025550142' },
    destination: { address: callee },
    vishing: {
      call: { id: 'c1', leg, leg_type: 'piece', revision: 1, ...call },
      caller: { number: '+12025550142' },
      callee: { number: callee },
    },
  });
  if (!record) throw new Error('The piece is no raw record');
  return record;
};

const ringing = buildPiece({ id: '1', at: START, event: { start: START } });
const answer = buildPiece({ id: '2', at: ANSWER, call: { answered: true, answered_at: ANSWER } });
const end = buildPiece({ id: '3', at: END, event: { end: END }, call: { hangup_by: 'caller' } });

describe('pieces of a leg', () => {
  it.each([[[ringing, answer, end]], [[end, answer, ringing]], [[answer, end, ringing]]])(
    'are one answered leg, whatever their order',
    (pieces) => {
      const [leg, ...more] = joinPieces(pieces);
      expect(more).toEqual([]);
      expect(leg).toMatchObject({
        startMs: Date.parse(START),
        event: { start: START, end: END, action: 'call-answered', outcome: 'success' },
        vishing: {
          call: { answered: true, talk_seconds: 80, ring_seconds: 10, hangup_by: 'caller' },
        },
        pieces: 3,
      });
    }
  );

  it('are a leg that nobody answered when no piece says so', () => {
    const refused = buildPiece({
      id: '4',
      at: END,
      event: { end: END, action: 'call-rejected', outcome: 'failure' },
    });
    expect(joinPieces([ringing, refused])[0]).toMatchObject({
      event: { action: 'call-rejected', outcome: 'failure' },
      vishing: { call: { answered: false, talk_seconds: 0, ring_seconds: 90 } },
    });
  });

  it('keep the conversation of a party who then passed the call on', () => {
    const passedOn = buildPiece({
      id: '4',
      at: END,
      event: { end: END, action: 'call-forwarded', outcome: 'unknown' },
      call: { answered: false, talk_seconds: 0 },
    });
    expect(joinPieces([ringing, answer, passedOn])[0]?.vishing.call).toMatchObject({
      answered: true,
      talk_seconds: 80,
    });
  });

  it('are a leg in progress while its end is not there', () => {
    const [leg] = joinPieces([ringing, answer]);
    expect(leg?.event.end).toBeUndefined();
    expect(leg?.vishing.call).toMatchObject({ answered: true, talk_seconds: undefined });
    expect(joinPieces([ringing])[0]?.event.outcome).toBe('unknown');
  });

  it('say nothing about ringing when none of them says when it began', () => {
    expect(joinPieces([answer, end])[0]?.vishing.call.ring_seconds).toBeUndefined();
  });

  it('name the party who answered, not the one whose phone rang first', () => {
    const other = buildPiece({
      id: '5',
      at: ANSWER,
      callee: '1002',
      call: { answered: true, answered_at: ANSWER },
    });
    expect(joinPieces([ringing, other, end])[0]?.vishing.callee?.number).toBe('1002');
  });

  it('are an answer of the mailbox when one of them says so', () => {
    const mailbox = buildPiece({ id: '6', at: ANSWER, event: { action: 'call-voicemail' } });
    const missed = buildPiece({
      id: '9',
      at: END,
      event: { end: END, action: 'call-missed', outcome: 'failure' },
    });
    expect(joinPieces([ringing, mailbox, missed])[0]).toMatchObject({
      event: { action: 'call-voicemail' },
      vishing: { call: { answered: false, talk_seconds: 0 } },
    });
  });

  it('know the time of an answer from a piece that does not say whether there was one', () => {
    const acknowledged = buildPiece({
      id: '9',
      at: ANSWER,
      call: { answered: false, answered_at: ANSWER },
    });
    const success = buildPiece({ id: '10', at: START, call: { answered: true } });
    expect(joinPieces([ringing, acknowledged, success, end])[0]?.vishing.call).toMatchObject({
      answered: true,
      talk_seconds: 80,
      ring_seconds: 10,
    });
    expect(joinPieces([ringing, acknowledged, end])[0]?.vishing.call).toMatchObject({
      answered: false,
      talk_seconds: 0,
    });
  });

  it('are not heard about an answered leg when they speak of a phone that only rang', () => {
    const cancelled = buildPiece({
      id: '11',
      at: ANSWER,
      event: { action: 'call-missed', outcome: 'failure' },
      call: {
        answered: false,
        talk_seconds: 0,
        hangup_cause: 'originator_cancel',
        hangup_by: 'caller',
      },
    });
    const hungUp = buildPiece({ id: '12', at: END, event: { end: END } });
    const leg = joinPieces([ringing, answer, cancelled, hungUp])[0];
    expect(leg?.event.action).toBe('call-answered');
    expect(leg?.vishing.call).toMatchObject({ answered: true, talk_seconds: 80 });
    expect(leg?.vishing.call.hangup_by).toBeUndefined();
    expect(leg?.vishing.call.hangup_cause).toBeUndefined();
  });

  it('stay apart from those of another leg, and from whole records', () => {
    const other = buildPiece({ id: '7', at: START, leg: 'b' });
    const whole = buildPiece({ id: '8', at: START, leg: 'c', call: { leg_type: 'leg' } });
    expect(joinPieces([ringing, other, whole]).map(({ vishing }) => vishing.call.leg)).toEqual([
      'c',
      'a',
      'b',
    ]);
  });
});
