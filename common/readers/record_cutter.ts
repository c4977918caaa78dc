import { createCsvCutter } from './csv_cutter';
import { createJsonCutter } from './json_cutter';
import type { RecordCutter } from './raw_record';

export type { RawRecord, RecordCutter } from './raw_record';

const SQL_TYPE = /^(INTEGER|UNIQUEIDENTIFIER|STRING|VARCHAR(\(\d+\))?)$/;

const CUTTERS = {
  // Master.csv has no header line; exports of the `cdr` table have one.
  asterisk_cdr: () => createCsvCutter({ headerNames: ['src', 'dst', 'disposition'] }),
  // CDR and CMR files begin with column names and a row of SQL types.
  cisco_cucm: () =>
    createCsvCutter({
      headerNames: ['cdrrecordtype', 'globalcallid_callid'],
      skip: (columns) => columns.every((column) => SQL_TYPE.test(column)),
    }),
  ms_teams: () => createJsonCutter(),
} as const satisfies Record<string, () => RecordCutter>;

/** `event.provider` of a supported source. */
export type ProviderId = keyof typeof CUTTERS;

export const PROVIDER_IDS = Object.keys(CUTTERS) as readonly ProviderId[];

export const isProviderId = (id: string): id is ProviderId => Object.hasOwn(CUTTERS, id);

/** Cuts the files of one phone system into records; see `RecordCutter`. */
export const createRecordCutter = (providerId: ProviderId): RecordCutter => CUTTERS[providerId]();
