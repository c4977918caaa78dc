import type { RecordPreview, SourceEntry, SourceStatus } from '../../../common/api/sources';
import { answersWith } from './answers';
import type { Answers } from './harness';

export const buildSource = (fields: Partial<SourceEntry> = {}): SourceEntry => ({
  id: 'asterisk_cdr',
  title: 'Asterisk call detail records',
  vendor: 'Sangoma',
  verified: true,
  format: { type: 'csv', delimiter: ',', header_names: [] },
  local_times: true,
  setup: 'Let Elastic Agent read `Master.csv`,\none event a line.',
  references: ['https://example.com/asterisk'],
  ...fields,
});

export const SOURCES: readonly SourceEntry[] = [
  buildSource(),
  buildSource({
    id: 'avaya_aura',
    title: 'Avaya Aura',
    vendor: 'Avaya',
    verified: false,
    unverified: 'No public record of this format was found.',
  }),
  buildSource({
    id: 'generic',
    title: 'Other phone system',
    vendor: 'Any',
    format: { type: 'json_or', lists: [], other: { type: 'lines' } },
  }),
];

export const buildStatus = (fields: Partial<SourceStatus> = {}): SourceStatus => ({
  source: 'asterisk_cdr',
  site: 'berlin',
  records: 1200,
  failed: 0,
  last_record: '2025-01-01T14:00:00.000Z',
  last_call: '2025-01-01T13:58:00.000Z',
  days: [
    { day: '2024-12-31', records: 700, failed: 0 },
    { day: '2025-01-01', records: 500, failed: 0 },
  ],
  delay: { p50: 12, p95: 95 },
  calls: 1000,
  calls_with_person: 970,
  failures: [],
  ...fields,
});

export const STATUSES: readonly SourceStatus[] = [
  buildStatus(),
  buildStatus({
    site: 'munich',
    failed: 300,
    failures: [
      { type: 'The line has N columns', records: 300, example: 'The line has 7 columns; ...' },
    ],
  }),
  buildStatus({ site: 'vienna', silent: { hours: 52, longest_before: 17 } }),
];

const preview = (message: string): RecordPreview =>
  message.startsWith('broken')
    ? { message, outcome: 'failed', reason: 'The line has 1 column.', fields: [] }
    : {
        message,
        outcome: 'parsed',
        fields: [{ name: 'event.action', value: 'call-answered' }],
        caller: { raw: '2025550142', e164: '+12025550142', display: '+1 202 555 0142' },
        callee: { raw: '1001', quality: 'extension' },
      };

const LAYOUT = {
  format: 'csv',
  delimiter: ';',
  header: 'When;Who;Whom',
  columns: ['When', 'Who', 'Whom'],
};

/** A cluster with three sources of one kind; every upload stores all but lines that begin with `broken`. */
export const sourcesAnswers = (overrides: Answers = {}): Answers =>
  answersWith({
    'GET /internal/vishing/sources/catalogue': { body: { sources: SOURCES } },
    'GET /internal/vishing/sources/status': { body: { statuses: STATUSES } },
    'GET /internal/vishing/sources/mappings': { body: { mappings: [] } },
    'POST /internal/vishing/sources/detect': ({ body }) => ({
      body: {
        candidates: (body as { text: string }).text.startsWith('When')
          ? []
          : [{ id: 'asterisk_cdr', confidence: 0.83, parsed: 2, records: 2 }],
        country: 'US',
        layout: LAYOUT,
      },
    }),
    'POST /internal/vishing/sources/preview': ({ body }) => ({
      body: {
        previews: (body as { records: { message: string }[] }).records.map(({ message }) =>
          preview(message)
        ),
      },
    }),
    'POST /internal/vishing/records': ({ body }) => {
      const { records } = body as { records: { message: string }[] };
      const failures = records.flatMap(({ message }, index) =>
        message.startsWith('broken')
          ? [{ index, reason: 'The line has 1 column.', stored: true }]
          : []
      );
      const stored = records.length - failures.length;
      return { body: { stored, known: 0, dropped: 0, failed: failures.length, failures } };
    },
    'POST /internal/vishing/sources/replay': {
      body: { read: 300, repaired: 290, still_failing: 10, total: 300 },
    },
    ...overrides,
  });
