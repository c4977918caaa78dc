import { readTexts, readText } from './read_field';

const PLACEHOLDER = /\{([@A-Za-z0-9_.]+)\}/g;

/** Fills `{field}` placeholders from a document; several values are joined with commas, a missing one reads `unknown`. */
export const fillTemplate = (template: string, source: unknown): string =>
  template.replace(PLACEHOLDER, (_whole, field: string) => {
    const texts = readTexts(source, field);
    return texts.length > 0 ? texts.join(', ') : (readText(source, field) ?? 'unknown');
  });
