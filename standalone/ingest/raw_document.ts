import type { Site } from '../../common/model/call';

/** What a shipper sends for one record; parsing is the pipelines' alone. */
export interface RawDocument {
  readonly message: string;
  readonly event: { readonly provider: string };
  readonly vishing: { readonly site: Site; readonly header?: string };
  readonly log?: { readonly file: { readonly path: string }; readonly offset: number };
}

/** @param record a record as a reader cut it, with the place it comes from */
export const toRawDocument = (record: {
  readonly message: string;
  readonly header?: string;
  readonly provider: string;
  readonly site: Site;
  readonly file?: { readonly path: string; readonly offset: number };
}): RawDocument => ({
  message: record.message,
  event: { provider: record.provider },
  vishing: {
    site: record.site,
    ...(record.header === undefined ? {} : { header: record.header }),
  },
  ...(record.file === undefined
    ? {}
    : { log: { file: { path: record.file.path }, offset: record.file.offset } }),
});
