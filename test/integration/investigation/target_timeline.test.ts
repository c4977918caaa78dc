import { join } from 'node:path';
import { CALLS_INDEX, TARGETS_INDEX } from '../../../common/constants';
import type { InvestigationContext } from '../../../server/investigation/context';
import { getTimeline } from '../../../server/investigation/timeline/get_timeline';
import { createKnowledge } from '../../../server/knowledge';
import { formatInternational } from '../../../server/numbers/format_number';
import { maskAnswer } from '../../../server/privacy/mask_answer';
import { installAssets } from '../../../server/setup/install_assets';
import { loadContent } from '../../../server/setup/load_content';
import { buildCall } from '../../builders/call';
import { testClient } from '../../setup/test_client';

const contentDir = join(__dirname, '..', '..', '..', 'server', 'content');
const es = testClient();
const context: InvestigationContext = {
  ...createKnowledge(contentDir).ofSpace('targettimeline'),
  ...{ es, spaceId: 'targettimeline', formatNumber: formatInternational },
  now: () => Date.parse('2025-03-04T15:00:00.000Z'),
};
const CALL_ID = 'targettimeline000001';
const START = '2025-03-04T14:03:00.000Z';
const OWNER = 'target.owner@example.com';
const STREAM = 'logs-o365.audit-targettimeline';
const at = (minutes: number): string =>
  new Date(Date.parse(START) + minutes * 60_000).toISOString();
const range = { from: at(-60), to: at(60) };

beforeAll(async () => {
  await installAssets({ es, content: loadContent(contentDir) });
  const refresh = true;
  const document = buildCall({
    '@timestamp': START,
    event: { start: START, end: at(9) },
    user: { name: 'target.agent', email: 'target.agent@example.com' },
    vishing: { call: { id: CALL_ID }, person: { id: 'target.agent' } },
  });
  await es.index({ index: CALLS_INDEX, id: CALL_ID, document, refresh });
  await es.index({
    index: TARGETS_INDEX,
    id: CALL_ID,
    refresh,
    document: { vishing: { call: { id: CALL_ID }, target: { account: OWNER, changed_at: at(6) } } },
  });
  // Integrations bring templates in which texts are keywords.
  await es.indices.putIndexTemplate({
    name: 'targettimeline',
    index_patterns: [STREAM],
    priority: 900,
    template: {
      mappings: {
        dynamic_templates: [
          { texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } },
        ],
      },
    },
  });
  await es.index({
    index: STREAM,
    refresh,
    document: {
      '@timestamp': at(33),
      event: { provider: 'Exchange', action: 'New-InboxRule' },
      user: { email: OWNER, id: OWNER },
    },
  });
}, 120_000);

afterAll(async () => {
  await es.indices.delete({ index: STREAM });
  await es.indices.deleteIndexTemplate({ name: 'targettimeline' });
  await es.delete({ index: CALLS_INDEX, id: CALL_ID });
  await es.delete({ index: TARGETS_INDEX, id: CALL_ID });
  await es.close();
});

it('shows what an account that was changed on the phone did next, and why it stands there', async () => {
  const { events } = await getTimeline(context, CALL_ID, range);
  const rule = events.find(({ signal_id: id }) => id === 'email.rule');
  expect(rule).toMatchObject({ offset_ms: 33 * 60_000, role: 'evidence' });
  expect(rule?.link?.reason).toMatch(/an account that was changed during it .*target\.owner/);
});

it('does not name the account to whoever may not see names', async () => {
  const masked = await getTimeline({ ...context, mask: maskAnswer }, CALL_ID, range);
  expect(masked.events.some(({ signal_id: id }) => id === 'email.rule')).toBe(true);
  expect(JSON.stringify(masked)).not.toContain('target.owner');
});
