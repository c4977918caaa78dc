import type { Plugin } from 'esbuild';
import path from 'node:path';

/** EUI colours code in 280 languages and prepares all of them on each page: a third of what a page takes to start. */
const LANGUAGES = ['sql', 'json'];

const contents = [
  `const refractor = require('refractor/core');`,
  ...LANGUAGES.map((language) => `refractor.register(require('refractor/lang/${language}'));`),
  'module.exports = refractor;',
].join('\n');

/** Leaves out the languages of code that the app does not show. */
export const fewLanguages: Plugin = {
  name: 'few-languages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^refractor$/ }, () => ({ path: 'refractor', namespace: 'few-languages' }));
    onLoad({ filter: /.*/, namespace: 'few-languages' }, () => ({
      contents,
      resolveDir: path.join(__dirname, '..', '..', '..'),
    }));
  },
};
