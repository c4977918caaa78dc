import { readList } from './read_list';

const read = (text: string) =>
  readList(new File([text], 'people.csv'), new AbortController().signal);

describe('a list of people', () => {
  it('has rows with their lines, line breaks in quotes included', async () => {
    const { layout, rows } = await read(
      'Name;Phone;Note\n"Diaz, Ana";1001;"two\nlines"\n\nBen Kaya;1002;\n'
    );
    expect(layout).toMatchObject({ delimiter: ';', columns: ['Name', 'Phone', 'Note'] });
    expect(rows).toEqual([
      { line: 2, text: '"Diaz, Ana";1001;"two\nlines"' },
      { line: 5, text: 'Ben Kaya;1002;' },
    ]);
  });

  it('without a header line begins with the first line', async () => {
    const { layout, rows } = await read('Ana,+12025550142\nBen,+12025550143\n');
    expect(layout.columns).toEqual(['1', '2']);
    expect(rows.map(({ line }) => line)).toEqual([1, 2]);
  });

  it.each([
    ['', /is empty/],
    ['Name,Phone\n', /no row besides/],
    ['hello\nworld\n', /no list with columns/],
    ['{"name":"Ana"}', /no list with columns/],
  ])('that is %j is refused', async (text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });
});
