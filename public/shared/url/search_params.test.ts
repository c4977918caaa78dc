import { z } from 'zod';
import { readSearch, writeSearch } from './search_params';

const schema = z.object({
  from: z.string().catch('now-24h').default('now-24h'),
  page: z.coerce.number().int().min(0).catch(0).default(0),
  sort: z.enum(['score', 'started']).catch('score').default('score'),
});
const DEFAULTS = schema.parse({});

describe('state in the address', () => {
  it('reads what is there and takes defaults for the rest', () => {
    expect(readSearch(schema, '?page=3')).toEqual({ from: 'now-24h', page: 3, sort: 'score' });
  });

  it('takes the default for a value that makes no sense', () => {
    expect(readSearch(schema, '?page=-1&sort=colour')).toEqual(DEFAULTS);
  });

  it('writes only what differs from the default', () => {
    expect(writeSearch('?page=3', { page: 0, sort: 'started' }, DEFAULTS)).toBe('?sort=started');
    expect(writeSearch('?page=3', { page: 0 }, DEFAULTS)).toBe('');
  });

  it('leaves parameters of others alone', () => {
    expect(writeSearch('?x=1', { page: 2 }, DEFAULTS)).toBe('?x=1&page=2');
  });

  it('reads back what it wrote', () => {
    const state = { from: 'now-7d/d', page: 12, sort: 'started' as const };
    expect(readSearch(schema, writeSearch('', state, DEFAULTS))).toEqual(state);
  });
});
