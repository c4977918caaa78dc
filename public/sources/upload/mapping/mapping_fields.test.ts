import { guessMapping, toFields, toMapping } from './mapping_fields';

const layout = {
  format: 'csv' as const,
  delimiter: ';',
  header: 'x',
  columns: [
    'Start Time',
    'End Time',
    'Caller',
    'Caller Name',
    'Called',
    'Duration',
    'Result',
    'Call ID',
  ],
};

describe('a column mapping', () => {
  it('starts with what the names of the columns suggest', () => {
    expect(guessMapping(layout).columns).toEqual({
      start: 'Start Time',
      end: 'End Time',
      caller_number: 'Caller',
      caller_name: 'Caller Name',
      callee_number: 'Called',
      duration: 'Duration',
      outcome: 'Result',
      id: 'Call ID',
    });
  });

  it('guesses nothing from numbers', () => {
    expect(guessMapping({ ...layout, columns: ['1', '2', '3'] }).columns).toEqual({});
  });

  it('is not usable without a time or without a party', () => {
    const fields = guessMapping(layout);
    expect(toMapping(fields, layout)).toBeDefined();
    expect(toMapping({ ...fields, columns: { caller_number: 'Caller' } }, layout)).toBeUndefined();
    expect(toMapping({ ...fields, columns: { start: 'Start Time' } }, layout)).toBeUndefined();
  });

  it('keeps words, pattern and unit, and is the same after it was saved', () => {
    const fields = {
      ...guessMapping(layout),
      timePattern: 'dd.MM.yyyy HH:mm',
      unit: 'ms' as const,
      direction: 'inbound' as const,
      words: { answered: 'ja, angenommen', missed: ' ' },
    };
    const mapping = toMapping(fields, layout);
    expect(mapping).toMatchObject({
      delimiter: ';',
      time_pattern: 'dd.MM.yyyy HH:mm',
      duration_unit: 'ms',
      direction: 'inbound',
      outcome_words: { answered: ['ja', 'angenommen'] },
    });
    expect(mapping && toMapping(toFields(mapping), layout)).toEqual(mapping);
  });
});
