import eui from '@elastic/eslint-plugin-eui';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.mock.ts', '**/*.mock.tsx', 'test/**'];

/**
 * Folders of `public/` that every page may use, and the one that puts the pages together; all others are features, which
 * may not know each other.
 */
const sharedParts = ['api', 'shared', 'timeline'];
const composition = 'app';
const features = readdirSync(new URL('public', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...sharedParts, composition].includes(entry.name))
  .map((entry) => entry.name);

/** The import law: who may not import what, and why. */
const zones = [
  {
    target: './common',
    from: ['./server', './public', './standalone', './build', './scripts'],
    message: 'common/ is the contract of both sides: it may import zod and itself only.',
  },
  {
    target: './server',
    from: ['./public', './standalone', './build', './scripts'],
    message: 'server/ runs inside Kibana: it may import common/ and itself only.',
  },
  ...readdirSync(new URL('server', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'routes')
    .map((entry) => ({
      target: `./server/${entry.name}`,
      from: './server/routes',
      message:
        'A subject of server/ knows nothing of HTTP: routes call it, not the other way round.',
    })),
  {
    target: './public',
    from: ['./server', './standalone', './build', './scripts'],
    message: 'public/ runs in the browser: what it shares with the server belongs into common/.',
  },
  ...features.map((feature) => ({
    target: `./public/${feature}`,
    from: './public',
    except: [`./${feature}`, ...sharedParts.map((part) => `./${part}`), './kibana.ts'],
    message: 'A feature may not import another feature: move what both need to public/shared.',
  })),
  ...sharedParts.map((part) => ({
    target: `./public/${part}`,
    from: [...features, composition].map((feature) => `./public/${feature}`),
    message: 'What all features use may not depend on one of them.',
  })),
  {
    target: ['./common', './server', './public', './standalone', './build', './scripts'],
    from: './test',
    message: 'Product code may not import test/.',
  },
];

const serverTypesOnly = {
  regex: '/(server|public)/',
  allowTypeImports: true,
  message:
    'Only types: this code stands in for Kibana and must use the built plugin, not its source.',
};

export default tseslint.config(
  { ignores: ['node_modules/', 'target/', 'dist/', 'build/out/', 'coverage/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-warning-comments': 'error',
      'prefer-const': 'error',
      radix: 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] }),
      ],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Kibana's contracts are written with methods, which are taken apart freely.
      '@typescript-eslint/unbound-method': 'off',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
    },
  },
  {
    files: ['common/**'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!zod$|\\.)',
              message:
                'common/ runs in Kibana, in the browser and in tests: it may import zod only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['public/**/layout.ts', 'public/**/scale.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(react|@elastic|@emotion)',
              message: 'Layout and scales are plain arithmetic: no React, no EUI, no clock.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['standalone/**', 'build/**'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [serverTypesOnly] }],
    },
  },
  {
    files: ['**/*.tsx', 'public/**/*.ts'],
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y, '@elastic/eui': eui },
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      ...eui.configs.recommended.rules,
      // These two ask for icon names and properties that the oldest EUI in Kibana 9 does not have.
      '@elastic/eui/no-deprecated-icon-aliases': 'off',
      '@elastic/eui/callout-prefer-props-for-content': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: tests,
    rules: {
      'import-x/no-restricted-paths': 'off',
      // Jest's matchers (`expect.objectContaining`) are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // jest calls the default export of these two.
    files: ['test/setup/elasticsearch.ts', 'test/setup/stop_elasticsearch.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  }
);
