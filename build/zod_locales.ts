import type { Plugin } from 'esbuild';

/**
 * Leaves out zod's messages in fifty languages, which would be half of the app: none is ever switched on, and English is
 * imported on its own.
 */
export const withoutZodLocales: Plugin = {
  name: 'without-zod-locales',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer, path }) =>
      /node_modules\/zod\//.test(importer.replaceAll('\\', '/'))
        ? { path, namespace: 'without-zod-locales', sideEffects: false }
        : undefined
    );
    onLoad({ filter: /.*/, namespace: 'without-zod-locales' }, () => ({ contents: 'export {};' }));
  },
};
