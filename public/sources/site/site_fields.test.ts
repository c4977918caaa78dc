import { EMPTY_SITE, siteErrors, toSite, type SiteFields } from './site_fields';

const berlin: SiteFields = {
  id: ' berlin ',
  country: 'de',
  timezone: 'Europe/Berlin',
  outside_line: '0',
  extension_lengths: '3, 4',
};

describe('the settings of a site', () => {
  it('are sent as the pipelines and the resolver read them', () => {
    expect(toSite(berlin)).toEqual({
      id: 'berlin',
      country: 'DE',
      timezone: 'Europe/Berlin',
      outside_line: '0',
      extension_lengths: [3, 4],
    });
  });

  it('are left out where nothing is set', () => {
    expect(toSite({ ...EMPTY_SITE, id: 'hq' })).toEqual({ id: 'hq' });
  });

  it.each([
    [{}, {}],
    [{ id: ' ' }, { id: true }],
    [{ country: 'Germany' }, { country: true }],
    [{ outside_line: 'none' }, { outside_line: true }],
    [{ extension_lengths: '3;x' }, { extension_lengths: true }],
    [{ extension_lengths: '11' }, { extension_lengths: true }],
  ])('with %j have the errors %j', (change, errors) => {
    expect(siteErrors({ ...berlin, ...change })).toEqual(errors);
  });
});
