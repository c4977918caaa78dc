import { personSchema } from '../../common/model/person';
import { upsertPeople } from '../../server/directory/directory_store';
import { buildRaw, notAnswered, rawTimes } from '../builders/raw_record';
import { resolverBench } from './resolver_bench';

const CALLS = 10_000;
const PEOPLE = 200;
/** The real speed is several times this; a busy machine must not fail the test. */
const LOW_BOUND_PER_SECOND = 700;

const bench = resolverBench();
const pick = (index: number, count: number): number => (index * 7919) % count;

it(`resolves ${CALLS} calls of ${PEOPLE} people with 2,000 numbers quickly, and changes nothing the second time`, async () => {
  await upsertPeople(
    bench.es,
    Array.from({ length: PEOPLE }, (_, index) =>
      personSchema.parse({
        id: `person-${index}`,
        full_name: `Person ${index}`,
        emails: [`person.${index}@example.com`],
        extensions: [`berlin:${1000 + index}`],
      })
    )
  );
  const from = Date.parse('2029-12-01T00:00:00.000Z');
  const records = Array.from({ length: CALLS }, (_, index) => {
    const extension = String(1000 + pick(index, PEOPLE));
    const number = `202${String(5_550_000 + pick(index, 2000))}`;
    return buildRaw({
      call: `call-speed-${index}`,
      fields: {
        ...rawTimes(from + index * 120_000),
        ...(index % 5 === 0 ? notAnswered : {}),
        vishing: { caller: { number }, callee: { number: extension, extension } },
      },
    });
  });
  await bench.store(...records);
  const started = Date.now();
  const first = await bench.run();
  const seconds = (Date.now() - started) / 1000;
  const again = Date.now();
  const second = await bench.run();
  process.stderr.write(
    `resolver: ${Math.round(CALLS / seconds)} calls/s first, ${Math.round((CALLS / (Date.now() - again)) * 1000)} calls/s unchanged\n`
  );
  expect(first).toMatchObject({ created: CALLS, failed: 0 });
  expect(second).toMatchObject({ created: 0, updated: 0 });
  expect(CALLS / seconds).toBeGreaterThan(LOW_BOUND_PER_SECOND);
}, 120_000);
