import { readNumber } from '../numbers/read_number';
import { isSameNumber, type ReadParty } from './party';

const party = (raw: string): ReadParty => ({
  raw,
  read: readNumber(raw, { country: 'DE' }),
  place: 'unknown',
});

describe('two numbers of one party', () => {
  it.each([
    ['00442079460123', '+442079460123', 'an international prefix'],
    ['030231250', '+4930231250', 'the national form'],
    ['9012025550142', '12025550142', 'digits that a gateway takes away'],
    ['sip:+442079460123@192.0.2.7', '+442079460123@192.0.2.8', 'another host'],
  ])('%s and %s are the same: %s', (a, b) => {
    expect(isSameNumber(party(a), party(b))).toBe(true);
    expect(isSameNumber(party(b), party(a))).toBe(true);
  });

  it.each([
    ['4021', '4022'],
    ['4021', '+4930234021'],
    ['+442079460123', '+442079460124'],
  ])('%s and %s are not the same', (a, b) => {
    expect(isSameNumber(party(a), party(b))).toBe(false);
  });
});
