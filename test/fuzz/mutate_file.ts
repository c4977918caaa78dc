import { toRawDocument } from '../../common/ingest/raw_document';
import type { RecordFormat } from '../../common/model/source';
import type { Site } from '../../common/model/call';
import type { RecordMapping } from '../../common/model/mapping';
import { createRecordCutter } from '../../common/readers/record_cutter';
import { field, type Source } from '../pipelines/pipeline_tester';
import { mutateText } from './mutate_text';
import type { Random } from './random';
import type { SeedFile } from './seeds';

/** A file that falls into more pieces says nothing new. */
const MAX_RECORDS = 40;

const textOf = (document: Source): string =>
  typeof document.message === 'string' ? document.message : '';
const headerOf = (document: Source | undefined): string[] => {
  const header = field(document, 'vishing.header');
  return typeof header === 'string' ? [header] : [];
};

const jsonFile = (records: readonly string[], lists: readonly string[], random: Random): string => {
  const [list] = lists;
  if (list !== undefined && random.chance(0.4)) {
    const path = list.split('.');
    return path.reduceRight((inner, name) => `{"${name}":${inner}}`, `[${records.join(',')}]`);
  }
  return random.chance(0.5) ? `[${records.join(',\n')}]` : records.join('\n');
};

/** The file that a phone system would have written. */
const fileOf = (documents: readonly Source[], format: RecordFormat, random: Random): string => {
  const records = documents.map(textOf);
  const lines = [...headerOf(documents[0]), ...records].join(random.chance(0.3) ? '\r\n' : '\n');
  switch (format.type) {
    case 'json':
      return jsonFile(records, format.lists, random);
    case 'json_or':
      return /^\s*[{[]/.test(records[0] ?? '') ? jsonFile(records, format.lists, random) : lines;
    case 'xml':
      return `<?xml version="1.0"?>\n<list>${records.join('\n')}</list>`;
    case 'blocks':
      return records.join('\n\n');
    default:
      return lines;
  }
};

/** Cuts as a reader does that gets the file in pieces. */
const cutInChunks = (text: string, format: RecordFormat, random: Random) => {
  const cutter = createRecordCutter(format);
  const size = random.pick([64, 1000, 65_536]);
  const chunk = text.length > 100_000 ? 65_536 : size;
  const records = [];
  for (let at = 0; at < text.length; at += chunk)
    records.push(...cutter.push(text.slice(at, at + chunk)));
  return [...records, ...cutter.end()];
};

/** Damages a whole file and cuts it with its reader, as the upload does. @returns what the reader sends */
export const mutateFile = ({ source, documents }: SeedFile, random: Random): Source[] => {
  if (!source) return [];
  const from = random.below(documents.length);
  const chosen = documents.slice(from, from + 1 + random.below(6));
  let text = fileOf(chosen, source.format, random);
  for (let times = 1 + random.below(4); times > 0; times--) text = mutateText(text, random);
  const site = field(chosen[0], 'vishing.site') as Site | undefined;
  const mapping = field(chosen[0], 'vishing.mapping') as RecordMapping | undefined;
  return cutInChunks(text, source.format, random)
    .slice(0, MAX_RECORDS)
    .map(({ message, header, offset }) => {
      const place = site ?? { id: 'default' };
      const file = { path: '/var/log/calls', offset };
      return {
        ...toRawDocument({ message, header, provider: source.id, site: place, mapping, file }),
      };
    });
};
