import { isZone, readInstant } from './read_instant';

it.each<[string, 'start' | 'end', string, string | undefined]>([
  ['2025-03-15', 'start', 'UTC', '2025-03-15T00:00:00.000Z'],
  ['2025-03-15', 'end', 'UTC', '2025-03-16T00:00:00.000Z'],
  ['15.3.2025', 'start', 'Europe/Berlin', '2025-03-14T23:00:00.000Z'],
  ['2025/03/30', 'start', 'Europe/Berlin', '2025-03-29T23:00:00.000Z'],
  ['30.03.2025', 'end', 'Europe/Berlin', '2025-03-30T22:00:00.000Z'],
  ['2025-11-02', 'end', 'America/New_York', '2025-11-03T05:00:00.000Z'],
  ['2025-03-15T12:00:00+02:00', 'start', 'UTC', '2025-03-15T10:00:00.000Z'],
  ['03/04/2025', 'start', 'UTC', undefined],
  ['31.02.2025', 'start', 'UTC', undefined],
  ['soon', 'start', 'UTC', undefined],
])('%s as the %s in %s is %s', (text, edge, zone, expected) => {
  expect(readInstant(text, { edge, zone })).toBe(expected);
});

it('knows a zone when it sees one', () => {
  expect([isZone('Europe/Berlin'), isZone('Moon/Base')]).toEqual([true, false]);
});
