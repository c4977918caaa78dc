import { Client } from '@elastic/elasticsearch';
import { testServer } from './test_server';

/** A client of the tests' Elasticsearch with the superuser's rights. Close it in `afterAll`. */
export function testClient(): Client {
  const { url, username, password } = testServer();
  return new Client({ node: url, auth: { username, password } });
}
