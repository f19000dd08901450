/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: '100%',
  // For a machine with much else to do; no test measures time.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  runtime: '<rootDir>/test/support/compiling-once.js',
  testEnvironment: '<rootDir>/test/support/judging-environment.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/judge-every-manifest.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '!**/*.slow.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
};
