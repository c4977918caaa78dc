import { createHash } from 'node:crypto';

/** What the server process is told on its standard input before it starts. */
export interface ServerArgs {
  /** Node settings as in `elasticsearch.yml`, such as `http.port`. */
  settings: Record<string, string>;
  /** Settings that a keystore would hold, such as `bootstrap.password`. */
  secrets: Record<string, string>;
  /** Absolute folders. */
  configDir: string;
  logsDir: string;
}

/** Standard input: asks a running server to stop in good order. End of input does the same. */
export const shutdownMarker = '\u001b';
/** Standard error: the server has started and listens. */
export const readyMarker = '\u0018';

const keyStoreClass = 'org.elasticsearch.common.settings.KeyStoreWrapper';
/** Format of the keystore entries that 8.19 writes. */
const keyStoreFormat = 7;
/** Type mark of a string among Elasticsearch's generic values. */
const stringType = 0;

function variableInt(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

/** Length in UTF-16 units, then each unit in one to three bytes, as Java does. */
function string(text: string): number[] {
  const bytes = variableInt(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit <= 0x7f) bytes.push(unit);
    else if (unit <= 0x7ff) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return bytes;
}

function byteArray(bytes: Buffer): number[] {
  return [...variableInt(bytes.length), ...bytes];
}

function keyStore(secrets: Record<string, string>): number[] {
  const entries = Object.entries(secrets);
  const hasPassword = 0;
  const noData = 0;
  const closed = 0;
  return [
    ...[0, 0, 0, keyStoreFormat],
    hasPassword,
    noData,
    ...variableInt(entries.length),
    ...entries.flatMap(([name, value]) => {
      const bytes = Buffer.from(value, 'utf8');
      const digest = createHash('sha256').update(bytes).digest();
      return [...string(name), ...byteArray(bytes), ...byteArray(digest)];
    }),
    closed,
  ];
}

/**
 * The bytes that Elasticsearch's launcher would send to the server process it starts. Sending them ourselves
 * saves two Java processes at each start, and the server then ends with us: it watches this same input.
 */
export function encodeServerArgs({ settings, secrets, configDir, logsDir }: ServerArgs): Buffer {
  const inForeground = 0;
  const withConsole = 0;
  const noPidFile = 0;
  const entries = Object.entries(settings);
  return Buffer.from([
    inForeground,
    withConsole,
    noPidFile,
    ...string(keyStoreClass),
    ...keyStore(secrets),
    ...variableInt(entries.length),
    ...entries.flatMap(([name, value]) => [...string(name), stringType, ...string(value)]),
    ...string(configDir),
    ...string(logsDir),
  ]);
}
