import { Client } from '@elastic/elasticsearch';
import { readFileSync } from 'node:fs';
import { installHostEventTemplate } from '../standalone/demo/host_event_template';
import { installContent } from './pipelines/pipeline_tester';
import { storeBenchData } from './bench/rules/bench_events';
const { url, username, password } = JSON.parse(readFileSync('/tmp/w/es.json', 'utf8'));
const es = new Client({ node: url, auth: { username, password }, requestTimeout: 300000 });
void (async () => {
  await installHostEventTemplate(es);
  await installContent(es);
  const t = Date.now();
  await storeBenchData(es, { calls: 1_000_000, events: 10_000_000 });
  console.log('stored', (Date.now() - t) / 1000);
})();
