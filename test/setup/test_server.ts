import { z } from 'zod';

/** The environment variable that names the Elasticsearch of the tests, as JSON. */
export const testServerVariable = 'VISHING_TEST_ES';

const schema = z.object({ url: z.url(), username: z.string(), password: z.string() });

/** Address and superuser of the Elasticsearch that the tests share. */
export type TestServer = z.infer<typeof schema>;

/** Reads `VISHING_TEST_ES`; throws a sentence when a test needs Elasticsearch but its project starts none. */
export function testServer(): TestServer {
  const text = process.env[testServerVariable];
  if (text === undefined)
    throw new Error(
      `${testServerVariable} is not set: run this test in the "integration" or "ui" project of jest.config.mjs.`
    );
  return schema.parse(JSON.parse(text));
}
