import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSupportedCountry } from 'libphonenumber-js/max';
import type { Site } from '../../common/model/call';
import { recordMappingSchema, type RecordMapping } from '../../common/model/mapping';
import type { Source } from '../../common/model/source';
import { usageError } from '../command/command_error';
import type { Connection } from '../command/connection';
import { defaultDataFolder } from '../elasticsearch/data_folder';
import { knownSources } from './known_sources';

const sourceIds = (): string =>
  knownSources()
    .map(({ id }) => id)
    .join(', ');

export const ingestHelp =
  (): string => `Usage: npm run ingest -- [--source SOURCE] [options] FILE...
Sends call records to Elasticsearch, as a shipper would. Files may be compressed with gzip (.gz).
  --source SOURCE          what wrote the files, recognised from each file when it is left out:
                           ${sourceIds()}
  --mapping FILE           JSON file with the column mapping of the source "generic"
  --country DE             how national numbers are read, ISO 3166-1
  --timezone Europe/Berlin zone of times without one, default UTC
  --site ID                place the records come from, default "default"
  --outside-line 0         digits dialled for an outside line
  --extension-length 3     length of internal extensions; may be given several times
  --simulate               prints the resulting documents, one a line, and stores nothing
  --json                   prints the counts as one JSON object
  --data-dir DIR           data folder of the running demo, default ${defaultDataFolder()}
  --url, --username, --password
                           another Elasticsearch instead of the running demo's
  --namespace NAME         of the data stream, default "default"
`;

const GENERIC = 'generic';

/** A checked command line. */
export interface IngestOptions {
  /** Absent: recognised from each file. */
  readonly source?: Source;
  /** Of the generic source. */
  readonly mapping?: RecordMapping;
  readonly site: Site;
  readonly files: readonly string[];
  readonly simulate: boolean;
  readonly json: boolean;
  readonly dataDir: string;
  readonly namespace: string;
  /** Absent: the running demo's. */
  readonly connection?: Connection;
}

const isTimezone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const readSource = (id: string | undefined): Source | undefined => {
  const known = `Known sources: ${sourceIds()}.`;
  if (id === undefined) return undefined;
  const source = knownSources().find((candidate) => candidate.id === id);
  if (!source) throw usageError(`The source "${id}" is not known. ${known}`);
  return source;
};

/** npm runs commands in the repository's folder and says where the person was. */
const fromCaller = (file: string): string => resolve(process.env.INIT_CWD ?? '', file);

const readMapping = (file: string): RecordMapping => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(fromCaller(file), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError(`The mapping ${file} cannot be read: ${reason}`);
  }
  const mapping = recordMappingSchema.safeParse(value);
  if (mapping.success) return mapping.data;
  const [issue] = mapping.error.issues;
  throw usageError(
    `The mapping ${file} is not right: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`
  );
};

interface SiteValues {
  readonly site?: string;
  readonly country?: string;
  readonly timezone?: string;
  readonly 'outside-line'?: string;
  readonly 'extension-length'?: readonly string[];
}

const readSite = (values: SiteValues): Site => {
  const { country, timezone } = values;
  const outsideLine = values['outside-line'];
  if (country !== undefined && !isSupportedCountry(country)) {
    throw usageError(`--country needs a two-letter code such as DE or US, not "${country}".`);
  }
  if (timezone !== undefined && !isTimezone(timezone)) {
    throw usageError(`--timezone needs an IANA name such as Europe/Berlin, not "${timezone}".`);
  }
  if (outsideLine !== undefined && !/^[0-9*#]{1,5}$/.test(outsideLine)) {
    throw usageError(`--outside-line needs the digits that are dialled, not "${outsideLine}".`);
  }
  const lengths = values['extension-length']?.map((text) => {
    if (!/^[1-9][0-9]?$/.test(text)) {
      throw usageError(`--extension-length needs a number of digits, not "${text}".`);
    }
    return Number(text);
  });
  return {
    id: values.site ?? 'default',
    ...(country === undefined ? {} : { country }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(outsideLine === undefined ? {} : { outside_line: outsideLine }),
    ...(lengths === undefined ? {} : { extension_lengths: lengths }),
  };
};

/** Address and log-in belong together; a url alone cannot be used, because security is on. */
const readConnection = (values: {
  url?: string;
  username?: string;
  password?: string;
}): Connection | undefined => {
  const { url, username, password } = values;
  if (url === undefined && username === undefined && password === undefined) return undefined;
  if (url === undefined || username === undefined || password === undefined) {
    throw usageError('--url, --username and --password are needed together.');
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw usageError(`--url needs an address such as http://127.0.0.1:9200, not "${url}".`);
  }
  return { url, username, password };
};

/**
 * Reads the command line.
 * @returns `help` when it was asked for
 * @throws CommandError with exit status 2, TypeError of `node:util` for an unknown option
 */
export const parseIngestOptions = (args: readonly string[]): IngestOptions | 'help' => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      source: text,
      mapping: text,
      country: text,
      timezone: text,
      site: text,
      'outside-line': text,
      'extension-length': { type: 'string', multiple: true },
      simulate: flag,
      json: flag,
      'data-dir': text,
      namespace: text,
      url: text,
      username: text,
      password: text,
      help: flag,
    },
  });
  if (values.help) return 'help';
  const source = readSource(values.source);
  const mapping = values.mapping === undefined ? undefined : readMapping(values.mapping);
  if ((source?.id === GENERIC) !== (mapping !== undefined)) {
    throw usageError('--source generic and --mapping FILE belong together.');
  }
  if (positionals.length === 0) throw usageError('Name at least one file to read.');
  const namespace = values.namespace ?? 'default';
  if (!/^[a-z0-9_.]{1,100}$/.test(namespace)) {
    throw usageError(
      `--namespace takes lower-case letters, digits, "_" and ".", not "${namespace}".`
    );
  }
  return {
    source,
    mapping,
    site: readSite(values),
    files: positionals.map(fromCaller),
    simulate: values.simulate,
    json: values.json,
    dataDir: values['data-dir'] ?? defaultDataFolder(),
    namespace,
    connection: readConnection(values),
  };
};
