import { foundOnDay, joinCalls } from './calls_on_day';

const between = { from: 'vishing.signal_time', to: 'vishing.signal_time' };

/** Days that the query looks for calls on, as instants beside the signal. */
const instantsOf = (query: string): string[] =>
  [
    ...(query.split('\n| SORT')[0] ?? '').matchAll(
      /DATE_FORMAT\("yyyy-MM-dd", ((?:LEAST\(.*?(?:NOW\(\))?\)|[^)]*))\)/g
    ),
  ].map(([, instant = '']) => instant);

describe('joining calls', () => {
  it('looks on the days of the earliest and of the latest call when these are at most a day apart', () => {
    const query = joinCalls('user.email', { ...between, secondsBefore: 7200, secondsAfter: 600 });
    expect(instantsOf(query)).toEqual([
      'vishing.signal_time - 7200 seconds',
      'vishing.signal_time + 600 seconds',
    ]);
  });

  it('leaves out no day of a longer time, and looks on none after it', () => {
    const query = joinCalls('user.email', {
      ...between,
      ...{ secondsBefore: 0, secondsAfter: 3 * 86_400 },
    });
    expect(instantsOf(query)).toEqual([
      'vishing.signal_time',
      'LEAST(vishing.signal_time + 86400 seconds, vishing.signal_time + 259200 seconds)',
      'LEAST(vishing.signal_time + 172800 seconds, vishing.signal_time + 259200 seconds)',
      'vishing.signal_time + 259200 seconds',
    ]);
  });

  it('looks on no day in the future when the time is more than a week', () => {
    const query = joinCalls('user.email', {
      ...between,
      ...{ secondsBefore: 0, secondsAfter: 8 * 86_400 },
    });
    const [first, ...later] = instantsOf(query);
    expect(first).toBe('vishing.signal_time');
    expect(later).toHaveLength(8);
    expect(later.filter((instant) => !/^LEAST\(.*, NOW\(\)\)$/.test(instant))).toEqual([]);
  });

  it('first asks under which of their names calls know somebody, unless it is a name that everybody has once', () => {
    const seconds = { secondsBefore: 60, secondsAfter: 60 };
    expect(joinCalls('user.name', { ...between, ...seconds })).toMatch(
      /\n\| LOOKUP JOIN vishing-accounts ON user\.name\n.*\n\| MV_EXPAND/
    );
    expect(joinCalls('user.id', { ...between, ...seconds })).not.toContain('vishing-accounts');
  });
});

describe('what a call is found by', () => {
  it('is the day in UTC on which it began, and each name of the person', () => {
    const startMs = Date.parse('2026-03-01T23:30:00-05:00');
    expect(foundOnDay(startMs, { name: 'adiaz', email: 'ana@example.com' }, { id: 'ana' })).toEqual(
      {
        email: '2026-03-02 ana@example.com',
        name: '2026-03-02 adiaz',
        id: undefined,
        person: '2026-03-02 ana',
      }
    );
  });

  it('is nothing for a call of nobody', () => {
    expect(foundOnDay(0, undefined, undefined)).toBeUndefined();
  });
});
