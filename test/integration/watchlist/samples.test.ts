import { guessImport } from '../../../common/watchlist/guess_import';
import { parseImport } from '../../../common/watchlist/parse_import';
import { readListedNumber } from '../../../server/watchlist/read_listed_number';
import { describeSamples, sample } from '../../pipelines/samples';

const read = async (file: string, country: string) => {
  const text = sample(`watchlists/${file}`);
  const layout = guessImport(text);
  const rows = [];
  for await (const part of parseImport(layout, [text])) rows.push(...part.rows);
  return {
    layout,
    rows: rows.map((row) => ({ ...row, listed: readListedNumber(row.number, country) })),
  };
};

describeSamples('lists as their publishers write them', () => {
  it('makes one entry of all complaints about a number', async () => {
    const { layout, rows } = await read('ftc_dnc_complaints_fixture.csv', 'US');
    expect(layout.format).toBe('ftc');
    expect(rows).toMatchObject([
      {
        number: '2025550101',
        reports: 3,
        confidence: 'low',
        reason: '3 complaints to the FTC, most about: Other',
        listed: { number: '+12025550101', kind: 'number' },
      },
      { number: '8885550199', reports: 1 },
      { number: '3125550142', reports: 1, listed: { number: '+13125550142' } },
    ]);
  });

  it.each(['misp_object_phone-number.json', 'misp_warninglist_phone_numbers.json'])(
    'finds no number in %s, which describes numbers and lists none',
    async (file) => {
      expect((await read(file, 'GB')).rows).toEqual([]);
    }
  );
});
