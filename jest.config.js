export default {
  testEnvironment: 'node',
  // Left to Jest, one core would have nothing to do.
  maxWorkers: '100%',
  // Ends tests that hang. Set here only, so that no test depends on the speed of the machine.
  testTimeout: 600_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/cluster/'],
  setupFiles: ['<rootDir>/tests/setup.ts'],
  moduleNameMapper: {
    '^tfjs-metrics$': '<rootDir>/src/index.ts',
    '^tfjs-metrics/(.*)$': '<rootDir>/src/$1/index.ts',
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
};
