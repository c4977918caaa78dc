import { personSchema, type PersonInput } from '../../common/model/person';
import { upsertPeople } from '../../server/directory/directory_store';
import { buildRaw, rawTimes } from '../builders/raw_record';
import { resolverBench } from './resolver_bench';

jest.setTimeout(60_000);

const bench = resolverBench();
const listPeople = (...people: PersonInput[]) =>
  upsertPeople(
    bench.es,
    people.map((person) => personSchema.parse(person))
  );

it('names the person who had the extension when the call began', async () => {
  const extensions = ['berlin:1001'];
  const changed = '2029-12-15T00:00:00.000Z';
  await listPeople(
    {
      id: 'ana',
      full_name: 'Ana',
      extensions,
      lines: [{ value: 'berlin:1001', valid_to: changed }],
    },
    {
      id: 'ben',
      full_name: 'Ben',
      extensions,
      lines: [{ value: 'berlin:1001', valid_from: changed }],
    }
  );
  const at = (day: string): number => Date.parse(`2029-12-${day}T10:00:00.000Z`);
  await bench.store(
    buildRaw({ call: 'call-before-1', fields: rawTimes(at('14')) }),
    buildRaw({ call: 'call-after-01', fields: rawTimes(at('15')) })
  );
  await bench.run();
  expect((await bench.call('call-before-1')).vishing.person).toMatchObject({ id: 'ana' });
  expect((await bench.call('call-after-01')).vishing.person).toMatchObject({ id: 'ben' });
});

it('says of a queue that it is one, and is not sure who spoke', async () => {
  await listPeople({
    id: 'queue',
    kind: 'queue',
    full_name: 'IT help desk',
    extensions: ['berlin:1001'],
    roles: ['help_desk'],
  });
  await bench.store(buildRaw({ call: 'call-queue-01' }));
  await bench.run();
  expect((await bench.call('call-queue-01')).vishing).toMatchObject({
    person: { id: 'queue', kind: 'queue', helpdesk: true },
    join: { method: 'extension', confidence: 0.5 },
  });
});
