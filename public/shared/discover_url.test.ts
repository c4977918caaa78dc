import { callsQuery, discoverUrl, documentQuery } from './discover_url';

const DOCUMENT = {
  index: '.ds-logs-endpoint.events.process-default-2025.01.01-000001',
  id: 'a"b\\c',
};
const AT = '2025-01-01T14:03:00.000Z';

describe('the link to Discover', () => {
  it('asks for exactly one document, with its id as a literal', () => {
    expect(documentQuery(DOCUMENT)).toBe(
      'FROM ".ds-logs-endpoint.events.process-default-2025.01.01-000001" METADATA _id, _index | WHERE _id == "a\\"b\\\\c" | LIMIT 1'
    );
  });

  it('covers an hour before and after the event', () => {
    const getRedirectUrl = (params: object): string => JSON.stringify(params);
    const share = { url: { locators: { get: () => ({ getRedirectUrl }) } } };
    expect(JSON.parse(discoverUrl({ share }, DOCUMENT, AT) ?? '{}')).toMatchObject({
      timeRange: { from: '2025-01-01T13:03:00.000Z', to: '2025-01-01T15:03:00.000Z' },
    });
  });

  it('asks for the calls of one number', () => {
    expect(callsQuery('+12025550142')).toContain(
      'WHERE vishing.external.number == "+12025550142"\n| SORT @timestamp DESC'
    );
  });

  it('is absent where Kibana has no Discover', () => {
    expect(discoverUrl({}, DOCUMENT, AT)).toBeUndefined();
  });
});
