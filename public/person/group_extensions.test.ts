import { groupExtensions } from './group_extensions';

describe('extensions', () => {
  it('are shown by site; one without a site counts everywhere', () => {
    expect(groupExtensions(['london:177', '9', 'london:178', 'new:york:5'])).toEqual([
      { site: 'london', extensions: ['177', '178'] },
      { site: undefined, extensions: ['9'] },
      { site: 'new:york', extensions: ['5'] },
    ]);
  });

  it('are none for many people', () => {
    expect(groupExtensions([])).toEqual([]);
  });
});
