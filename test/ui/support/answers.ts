import type { TimelineEvent } from '../../../common/api/call';
import type { Answer, Answers } from './harness';
import {
  buildAttack,
  buildCallResponse,
  buildList,
  buildRows,
  buildSetup,
  buildTimeline,
} from './scenario';

/** The call that the answers below know. */
export const CALL_PATH = '/calls/c0ffee00c0ffee00';

/** An error as our routes answer it. */
export const failure = (statusCode: number, message: string, code?: string): Answer => ({
  status: statusCode,
  body: { statusCode, message, ...(code === undefined ? {} : { attributes: { code } }) },
});

const QUICK_ASSIST_DOCUMENT = {
  index: '.ds-logs-endpoint.events.process-default-000001',
  id: 'doc-1',
  source: {
    '@timestamp': '2025-01-01T14:07:12.000Z',
    process: { name: 'QuickAssist.exe', pid: 4711 },
    host: { name: 'ws-114' },
  },
};

/** A cluster in order: twelve suspicious calls, one attack, everything installed. */
export const answersWith = (overrides: Answers = {}): Answers => ({
  'GET /internal/vishing/suspicious_calls': { body: buildList(buildRows(12)) },
  'GET /internal/vishing/calls/': ({ path }) => ({
    body: path.endsWith('/timeline') ? buildTimeline(buildAttack()) : buildCallResponse(),
  }),
  'GET /internal/vishing/documents/': { body: QUICK_ASSIST_DOCUMENT },
  'GET /internal/vishing/setup': { body: buildSetup() },
  'GET /internal/vishing/retention': { body: { settings: {}, scheduled: false } },
  'GET /internal/vishing/rules/compiled': { body: { rules: [] } },
  'GET /api/detection_engine/rules/_find': { body: { total: 0, data: [] } },
  'POST /api/detection_engine/signals/status': { body: { updated: 1 } },
  ...overrides,
});

/** The same, with other events around the call. */
export const answersWithEvents = (events: readonly TimelineEvent[]): Answers =>
  answersWith({
    'GET /internal/vishing/calls/': ({ path }) => ({
      body: path.endsWith('/timeline') ? buildTimeline(events) : buildCallResponse(),
    }),
  });
