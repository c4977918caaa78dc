import type { Random } from '../../../standalone/generator/random';
import type { BenchSite } from './sites';

const CODES: Readonly<Record<string, string>> = { US: '1', DE: '49', GB: '44' };

const national = (e164: string, country: string): string | undefined => {
  const code = CODES[country];
  return code && e164.startsWith(`+${code}`) ? e164.slice(code.length + 1) : undefined;
};

const grouped = (digits: string, mark: string): string =>
  [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter(Boolean).join(mark);

/** A number as people type it into a directory. */
export const typedNumber = (random: Random, e164: string, country: string): string => {
  const rest = national(e164, country);
  const code = CODES[country] ?? '';
  const ways = [e164, `${e164.slice(0, 4)} ${grouped(e164.slice(4), ' ')}`, `tel:${e164}`];
  if (!rest) return random.pick(ways);
  const trunk = country === 'US' ? '' : '0';
  return random.pick([
    ...ways,
    `+${code}-${grouped(rest, '-')}`,
    country === 'US' ? `(${grouped(rest, '-')})` : `(0${rest.slice(0, 3)}) ${rest.slice(3)}`,
    trunk + grouped(rest, '.'),
    `00${code} ${grouped(rest, ' ')}`.replace(/^001 /, '+1 '),
  ]);
};

/** A number as the phone system of a site writes it. */
export const writtenNumber = (random: Random, e164: string, site: BenchSite): string => {
  const rest = national(e164, site.settings.country);
  const digits = e164.slice(1);
  const ways = [e164, e164, `sip:${e164}@sbc.example.com`];
  if (!rest) {
    const prefix = site.settings.country === 'US' ? '011' : '00';
    return random.pick([...ways, prefix + digits]);
  }
  return random.pick([...ways, site.settings.country === 'US' ? rest : `0${rest}`, digits]);
};

/** Letter case as systems mix it. */
export const anyCase = (random: Random, text: string): string =>
  random.pick([
    text,
    text.toUpperCase(),
    text.replace(
      /(^|[.@_])([a-z])/g,
      (_, mark: string, letter: string) => mark + letter.toUpperCase()
    ),
  ]);

/** An account as Windows, phone systems and EDR write it. */
export const writtenAccount = (random: Random, account: string, domain: string): string =>
  random.pick([
    account,
    `${domain}\\${account}`,
    `${domain}.EXAMPLE.COM\\${account.toUpperCase()}`,
    account.toUpperCase(),
  ]);
