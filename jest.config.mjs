// The projects, from fast to slow. `npm test` runs them all and adds type and lint checks (test/all.ts).
const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** One jest project: `displayName`, where its tests are, and what it needs before it starts. */
const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: 'node',
  transform: swc,
  testPathIgnorePatterns: ['/node_modules/', '/target/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/target/', '<rootDir>/dist/'],
  ...extra,
});

const patient = { setupFilesAfterEnv: ['<rootDir>/test/setup/patience.ts'] };

const withElasticsearch = {
  ...patient,
  globalSetup: '<rootDir>/test/setup/elasticsearch.ts',
  globalTeardown: '<rootDir>/test/setup/stop_elasticsearch.ts',
};

export default {
  projects: [
    project('unit', [
      '{common,server,standalone,build,scripts}/**/*.test.ts',
      'public/**/*.test.ts',
      'test/evaluation/**/*.test.ts',
    ]),
    project('components', ['public/**/*.test.tsx'], {
      testEnvironment: 'jsdom',
      moduleNameMapper: { '^@elastic/eui$': '<rootDir>/node_modules/@elastic/eui/test-env' },
    }),
    project('build', ['test/build/**/*.test.ts'], patient),
    project('repository', ['test/{repository,runner,bench}/**/*.test.ts'], patient),
    project(
      'integration',
      ['test/{pipelines,rules,signals,resolver,setup,integration,content}/**/*.test.ts'],
      withElasticsearch
    ),
    // The app in a browser; what the server would answer is given by the tests.
    project('ui', ['test/ui/**/*.test.ts'], patient),
    // Starts the demo itself, as a person does.
    project('stack', ['test/stack/**/*.test.ts'], patient),
  ],
};
