import { bestStretch } from './counts';

const at = (minute: number, value: string) => ({ atMs: minute * 60_000, different: [value] });

it('finds the stretch with the most documents and how many different values it has', () => {
  const documents = [at(0, 'a'), at(50, 'b'), at(55, 'c'), at(59, 'c'), at(120, 'd')];
  expect(bestStretch(documents, 10 * 60_000)).toEqual({ counted: 3, different: 2 });
});

it('counts a document that lies exactly at the other end of the stretch', () => {
  expect(bestStretch([at(0, 'a'), at(10, 'b')], 10 * 60_000)).toEqual({ counted: 2, different: 2 });
});

it('prefers the stretch with more different values where the counts are equal', () => {
  const documents = [at(0, 'a'), at(1, 'a'), at(60, 'b'), at(61, 'c')];
  expect(bestStretch(documents, 5 * 60_000)).toEqual({ counted: 2, different: 2 });
});

it('counts nothing where nothing is', () => {
  expect(bestStretch([], 60_000)).toEqual({ counted: 0, different: 0 });
});
