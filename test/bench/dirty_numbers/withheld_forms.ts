import type { Makers } from './maker';
import type { Random } from './random';
import { someRole, someSite } from './sites';

/** What systems and people write for a caller who is not shown. */
const WORDS = [
  ...['anonymous', 'restricted', 'private', 'withheld', 'unavailable', 'unknown', 'blocked'],
  ...['hidden', 'suppressed', 'not available', 'out of area', 'no caller id', 'no callerid'],
  ...['anonymous caller', 'private number', 'private caller', 'unknown number', 'unknown caller'],
  ...['blocked number', 'hidden number', 'number withheld', 'caller id blocked', 'no number'],
  ...['unbekannt', 'anonym', 'unterdrückt', 'rufnummer unterdrückt', 'anonyme', 'numéro masqué'],
  ...['inconnu', 'privé', 'desconocido', 'número oculto', 'privado', 'anonimo', 'sconosciuto'],
  ...['numero privato', 'anoniem', 'onbekend', 'afgeschermd', 'desconhecido', 'nieznany', 'okänd'],
] as const;

/** What data tools write where there is no value. */
const NO_VALUE = [
  ...['', '  ', '-', '--', 'null', 'NULL', '<null>', 'None', 'n/a', 'N/A', '#N/A', 'nan', 'NaN'],
  ...['undefined', '"" <>', '"Anonymous" <>', '-1', '-2', '+266696687', '+7378742833', '(unknown)'],
] as const;

const inSomeCase = (word: string, random: Random): string =>
  random.pick([
    word,
    word.toUpperCase(),
    word.replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase()),
    word.replace(/ /g, random.pick(['_', '-', '  '])),
  ]);

const asAddress = (word: string, random: Random): string => {
  const user = word.replace(/ /g, random.pick(['_', '-', '%20']));
  return random.pick([
    `sip:${user}@anonymous.invalid`,
    `sips:${user}@192.0.2.17:5060;user=phone`,
    `"${word}" <sip:${user}@unknown.invalid>`,
    `<sip:${user}@10.0.0.1>;tag=${random.digits(6)}`,
    `"${word}" <${word}>`,
    `${user}@198.51.100.7`,
    `tel:${user}`,
    `[${word}]`,
    `(${word})`,
    `"${word}"`,
  ]);
};

const form = (raw: string, random: Random) => ({
  raw,
  site: someSite(random),
  role: someRole(random),
  truth: { quality: 'anonymous' } as const,
});

/** Callers who are not shown. */
export const WITHHELD_FORMS: Makers = {
  'withheld, as a word': (_number, random) => form(inSomeCase(random.pick(WORDS), random), random),
  'withheld, as an address': (_number, random) =>
    form(asAddress(inSomeCase(random.pick(WORDS), random), random), random),
  'no value': (_number, random) => form(random.pick(NO_VALUE), random),
};
