import { toSource } from '../model/source';
import { confidenceOf, rankSources } from './rank_sources';

const source = (id: string, fields: object) =>
  toSource(id, {
    title: 'A phone system',
    vendor: 'Vendor',
    verified: true,
    format: { type: 'lines', header: '^name;' },
    setup: 'x'.repeat(80),
    ...fields,
  });

const SOURCES = [
  source('begins', { recognise: [{ matches: '^INVITE;', weight: 60 }] }),
  source('both', {
    recognise: [
      { matches: 'INVITE', weight: 50 },
      { matches: '^name;', weight: 50 },
    ],
  }),
  source('other', { recognise: [{ matches: 'nothing of the kind', weight: 90 }] }),
];

const rank = (text: string) =>
  rankSources(SOURCES, text, true).map(({ source: { id }, score }) => [id, score]);

describe('the sources that could have written a text', () => {
  it('are those whose clues are in its records or its header line, most likely first', () => {
    expect(rank('name;number\nINVITE;1')).toEqual([
      ['both', 0.75],
      ['begins', 0.6],
    ]);
  });

  it('are recognised by the beginning of any record', () => {
    expect(rank('x\nINVITE;1').map(([id]) => id)).toContain('begins');
  });

  it('are none where no clue is found', () => {
    expect(rank('hello')).toEqual([]);
    expect(rank('')).toEqual([]);
  });

  it('are surer the more records their pipelines understand', () => {
    expect(confidenceOf(0.8, 0, 10)).toBe(0.2);
    expect(confidenceOf(0.8, 10, 10)).toBe(0.8);
    expect(confidenceOf(0.8, 0, 0)).toBe(0);
  });
});
