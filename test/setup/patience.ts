/** Elasticsearch and a browser on two busy cores need more than Jest's five seconds. */
jest.setTimeout(120_000);
