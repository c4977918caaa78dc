import { fieldOfKey, joinCommands, joinKeys } from './join_keys';

it('gives a call a key for every name of the person, with the day on which it began', () => {
  const start = Date.parse('2025-03-01T23:30:00.000Z');
  expect(joinKeys(start, { 'user.name': 'ana', 'user.email': 'ana@example.com' })).toEqual({
    name_day: 'ana 2025-03-01',
    email_day: 'ana@example.com 2025-03-01',
  });
});

it('knows of every join which field it is about', () => {
  const on = /LOOKUP JOIN vishing-calls ON ([\w.]+)/.exec(joinCommands('user.email'))?.[1];
  expect(fieldOfKey(String(on))).toBe('user.email');
  expect(fieldOfKey('vishing.call.id')).toBeUndefined();
});
