import { content } from './shipped_content';

const { tools } = content.tables;
const names = tools.flatMap(({ processes, original_file_names: originals }) => [
  ...processes,
  ...originals,
]);
const unixNames = tools.flatMap(({ unix_processes: unix }) => unix);
const services = tools.flatMap((tool) => tool.services);
const products = tools.flatMap((tool) => tool.products);
const domains = tools.flatMap(({ domains: { suffix, exact } }) => [...suffix, ...exact]);
const suffixes = tools.flatMap(({ domains: { suffix } }) => suffix);

/** Registrable domains of vendors with other products: their whole traffic would match. */
const MULTI_PRODUCT = [
  'zoho.com',
  'goto.com',
  'getgo.com',
  'logmein.com',
  'connectwise.com',
  'kaseya.com',
  'microsoft.com',
  'google.com',
  'googleapis.com',
  'n-able.com',
  'solarwinds.com',
  'comodo.com',
  'manageengine.com',
  'atera.com',
  'amazonaws.com',
  'windows.net',
  'cloudflare.com',
  'zohocdn.com',
  'visualstudio.com',
];
/** Names that Windows or common software has too. */
const SHARED_NAMES = [
  'client32.exe',
  'level.exe',
  'connect.exe',
  'srservice.exe',
  'session_win.exe',
  'dwm.exe',
  'svchost.exe',
  'winvnc.exe',
  'vncviewer.exe',
  'agent.exe',
  'service.exe',
  'client.exe',
  'setup.exe',
  'host.exe',
  'msiexec.exe',
];

/** Words that are names of tools and of much else. */
const SHARED_WORDS = [
  'level',
  'connect',
  'assist',
  'remote',
  'support',
  'agent',
  'host',
  'helper',
  'client',
  'vnc',
];

const doubles = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('the table of remote access tools', () => {
  it('names no tool, file or domain twice', () => {
    expect(doubles(tools.map(({ id }) => id))).toEqual([]);
    expect(doubles(names)).toEqual([]);
    expect(doubles(domains)).toEqual([]);
    expect(doubles(unixNames)).toEqual([]);
    expect(doubles(services)).toEqual([]);
    expect(doubles(products)).toEqual([]);
  });

  it('is written in lower case, because it is compared with lower-cased fields', () => {
    const all = [...names, ...unixNames, ...services, ...products, ...domains];
    expect(all.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  it('has no wildcards, paths or addresses', () => {
    expect(unixNames.filter((name) => !/^\w[\w -]*$/.test(name))).toEqual([]);
    expect([...services, ...products].filter((name) => /[*\\/]/.test(name))).toEqual([]);
    expect(names.filter((name) => !/^[\w][\w .+-]*\.exe$/.test(name))).toEqual([]);
    expect(
      domains.filter((name) => !/^(?!\d+(\.\d+){3}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name))
    ).toEqual([]);
  });

  it('leaves out names that other software shares', () => {
    expect([...unixNames, ...products].filter((name) => SHARED_WORDS.includes(name))).toEqual([]);
    expect(names.filter((name) => SHARED_NAMES.includes(name))).toEqual([]);
  });

  it('does not take in all traffic of a vendor with several products', () => {
    expect(suffixes.filter((name) => MULTI_PRODUCT.includes(name))).toEqual([]);
  });

  it('has no domain that another entry covers already', () => {
    const covered = domains.filter((name) =>
      suffixes.some((suffix) => name.endsWith(`.${suffix}`))
    );
    expect(covered).toEqual([]);
  });

  it('knows the tools that reports on voice phishing name most', () => {
    const seen = tools
      .filter(({ seen_in_vishing: reports }) => reports.length > 0)
      .map(({ id }) => id);
    expect(seen).toEqual(
      expect.arrayContaining([
        'anydesk',
        'quick_assist',
        'screenconnect',
        'splashtop',
        'teamviewer',
        'zoho_assist',
      ])
    );
    expect(seen.length).toBeGreaterThanOrEqual(15);
  });
});
