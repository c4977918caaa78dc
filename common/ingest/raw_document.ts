import type { Site } from '../model/call';
import type { RecordMapping } from '../model/mapping';

/** What a shipper sends for one record; parsing is the pipelines' alone. */
export interface RawDocument {
  readonly message: string;
  readonly event: { readonly provider: string };
  readonly vishing: {
    readonly site: Site;
    readonly header?: string;
    readonly mapping?: RecordMapping;
  };
  readonly log?: { readonly file: { readonly path: string }; readonly offset?: number };
}

/** @param record a record as a reader cut it, with the place it comes from */
export const toRawDocument = (record: {
  readonly message: string;
  readonly header?: string;
  readonly provider: string;
  readonly site: Site;
  /** Of the generic source. */
  readonly mapping?: RecordMapping;
  readonly file?: { readonly path: string; readonly offset?: number };
}): RawDocument => ({
  message: record.message,
  event: { provider: record.provider },
  vishing: {
    site: record.site,
    ...(record.header === undefined ? {} : { header: record.header }),
    ...(record.mapping === undefined ? {} : { mapping: record.mapping }),
  },
  ...(record.file === undefined ? {} : { log: toLog(record.file) }),
});

const toLog = ({
  path,
  offset,
}: {
  readonly path: string;
  readonly offset?: number;
}): RawDocument['log'] => ({ file: { path }, ...(offset === undefined ? {} : { offset }) });
