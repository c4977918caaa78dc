import { createProgress } from './progress';

const recorder = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, output: { isTTY, write: (text: string) => written.push(text) } };
};

describe('createProgress', () => {
  it('prints one line each 10 % when nobody watches a terminal', () => {
    const { written, output } = recorder(false);
    const progress = createProgress('Server', 2_000_000, output, () => 0);
    for (let part = 0; part < 100; part += 1) progress.add(20_000);
    progress.done();
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('Server: 10 % of 2.0 MB\n');
    expect(written[9]).toBe('Server: 100 % of 2.0 MB\n');
  });

  it('prints no step twice when a broken part is fetched again', () => {
    const { written, output } = recorder(false);
    const progress = createProgress('Server', 100, output, () => 0);
    for (const bytes of [15, -15, 15, 85]) progress.add(bytes);
    expect(written.map((line) => line.slice(8, 13).trim())).toEqual(['10 %', '100 %']);
  });

  it('redraws one line with rate on a terminal and ends it', () => {
    let now = 0;
    const { written, output } = recorder(true);
    const progress = createProgress('Server', 40_000_000, output, () => now);
    now = 2_000;
    progress.add(20_000_000);
    expect(written.at(-1)).toBe(
      `\rServer [${'='.repeat(12)}${' '.repeat(12)}]  50 % of 40 MB, 10.0 MB/s `
    );
    progress.add(20_000_000);
    progress.done();
    expect(written.join('')).toMatch(/100 % of 40 MB, 20\.0 MB\/s \n$/);
  });

  it('does not divide by nothing when there is nothing to fetch', () => {
    const { written, output } = recorder(true);
    createProgress('Server', 0, output, () => 0).done();
    expect(written.join('')).toContain('100 %');
  });
});
