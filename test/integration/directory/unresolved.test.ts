import { CALLS_INDEX } from '../../../common/constants';
import { assignLineTo } from '../../../server/directory/assign_line';
import { listUnresolved } from '../../../server/directory/unresolved';
import { formatInternational } from '../../../server/numbers/format_number';
import { buildCall } from '../../builders/call';
import { peopleBench } from './people_bench';

const { es, put } = peopleBench('punres');
const ANA = 'punres.ana@example.com';

describe('lines without a person', () => {
  const range = { from: '2031-05-01T00:00:00Z', to: '2031-05-31T00:00:00Z' };
  const store = async (
    ...calls: { extension: string; name?: string; email?: string; person?: string }[]
  ) => {
    for (const [index, { extension, name, email, person }] of calls.entries()) {
      const id = `punres-call-${index}`;
      const {
        host: _,
        user: __,
        ...call
      } = buildCall({
        '@timestamp': `2031-05-0${index + 1}T10:00:00.000Z`,
        vishing: { call: { id, direction: 'inbound' } },
      });
      const document = {
        ...call,
        destination: email ? { user: { email } } : {},
        vishing: {
          ...call.vishing,
          callee: { extension, display_name: name },
          person: person ? { id: person } : undefined,
          site: { id: 'punres' },
        },
      };
      await es.index({ index: CALLS_INDEX, id, document });
    }
    await es.indices.refresh({ index: CALLS_INDEX });
  };
  const unresolved = () => listUnresolved(es, range, formatInternational);

  it('come with the most used first, and whoever they may belong to', async () => {
    await put(
      { id: 'punres-1', full_name: 'Ptest Ana', emails: [ANA] },
      { id: 'punres-2', full_name: 'Ptest Ben' },
      { id: 'punres-3', full_name: 'Ptest Cem' }
    );
    await store(
      { extension: '1001', email: ANA },
      { extension: '1002', name: 'Ben, Ptest' },
      { extension: '1002', name: 'Ben, Ptest' },
      { extension: '1003' },
      { extension: '1003', person: 'punres-3' },
      { extension: '1004', name: 'Nobody' }
    );
    const { lines, calls, without_person: without } = await unresolved();
    expect([calls, without]).toEqual([6, 5]);
    expect(lines.map(({ value, calls: count }) => [value, count])).toEqual([
      ['punres:1002', 2],
      ['punres:1001', 1],
      ['punres:1003', 1],
      ['punres:1004', 1],
    ]);
    expect(lines[0]?.suggestion).toMatchObject({
      person_id: 'punres-2',
      reason: 'display_name',
      confidence: 0.3,
      calls: 2,
    });
    expect(lines[1]?.suggestion).toMatchObject({ person_id: 'punres-1', reason: 'user' });
    expect(lines[2]?.suggestion).toMatchObject({ person_id: 'punres-3', reason: 'other_calls' });
    expect(lines[3]?.suggestion).toBeUndefined();
  });

  it('are none where there is no call', async () => {
    expect(await unresolved()).toEqual({
      lines: [],
      calls: 0,
      without_person: 0,
      truncated: false,
    });
  });

  it('can be given to a person, once', async () => {
    await put({ id: 'punres-1', full_name: 'Ptest Ana', extensions: ['punres:1000'] });
    const assignment = { kind: 'extension', value: 'punres:1002', personId: 'punres-1' } as const;
    expect((await assignLineTo(es, assignment))?.document.extensions).toEqual([
      'punres:1000',
      'punres:1002',
    ]);
    expect(await assignLineTo(es, assignment)).toBeUndefined();
    await expect(assignLineTo(es, { ...assignment, personId: 'punres-9' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
