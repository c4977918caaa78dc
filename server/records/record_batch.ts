import { toRawDocument, type RawDocument } from '../../common/ingest/raw_document';
import type { CutRecord } from '../../common/api/sources';
import type { Site } from '../../common/model/call';
import type { RecordMapping } from '../../common/model/mapping';

/** Records of one source and site, as a person sends them. */
export interface RecordBatch {
  readonly source: string;
  readonly site: Site;
  /** Of the generic source. */
  readonly mapping?: RecordMapping;
  /** Name of the file that they come from. */
  readonly file?: string;
  readonly records: readonly CutRecord[];
}

/** The documents that a shipper would send. */
export const toDocuments = ({ source, site, mapping, file, records }: RecordBatch): RawDocument[] =>
  records.map(({ message, header, offset }) =>
    toRawDocument({
      message,
      header,
      provider: source,
      site,
      mapping,
      file: file === undefined ? undefined : { path: file, offset },
    })
  );
