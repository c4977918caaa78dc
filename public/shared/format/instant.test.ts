import { formatInstant, formatWhen, zoneOf } from './instant';

const NOW = Date.parse('2025-01-01T16:00:00.000Z');

describe('instants', () => {
  it('takes the zone of the setting, and the browser’s own for anything else', () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect([zoneOf('Europe/Berlin'), zoneOf('Browser'), zoneOf('Mars/Olympus')]).toEqual([
      'Europe/Berlin',
      own,
      own,
    ]);
  });

  it('names the zone in the full form', () => {
    expect(formatInstant('2025-01-01T14:03:00.000Z', 'Europe/Berlin', 'full')).toBe(
      '1 Jan 2025, 15:03:00 CET (+01:00)'
    );
  });

  it('leaves the day out when it is today in the zone of the reader', () => {
    expect(formatWhen('2025-01-01T14:03:00.000Z', 'UTC', NOW)).toBe('14:03');
    expect(formatWhen('2025-01-01T14:03:00.000Z', 'Pacific/Auckland', NOW)).toBe('03:03');
    expect(formatWhen('2024-12-31T23:30:00.000Z', 'UTC', NOW)).toBe('31 Dec, 23:30');
  });
});
