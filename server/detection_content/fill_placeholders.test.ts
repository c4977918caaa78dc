import { ContentError } from './content_error';
import { fillPlaceholders, placeholdersOf } from './fill_placeholders';

describe('fillPlaceholders', () => {
  it('replaces every placeholder and leaves the rest alone', () => {
    const filled = fillPlaceholders('{{a}} and {{ b.c }} and {d}', 'x.yml', (name) => `<${name}>`);
    expect(filled).toBe('<a> and <b.c> and {d}');
  });

  it('does not fill what a value brings along', () => {
    expect(fillPlaceholders('{{a}}', 'x.yml', () => '{{secret}}')).toBe('{{secret}}');
  });

  it('names the file and the placeholder that nobody knows', () => {
    expect(() => fillPlaceholders('{{typo}}', 'x.yml', () => undefined)).toThrow(
      new ContentError('x.yml', 'unknown placeholder {{typo}}')
    );
  });

  it('lists names once', () => {
    expect(placeholdersOf('{{a}} {{b}} {{a}}')).toEqual(['a', 'b']);
  });
});
