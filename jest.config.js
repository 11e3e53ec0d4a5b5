export default {
  testEnvironment: '<rootDir>/tests/environment.js',
  // Left to Jest, one core would have nothing to do.
  maxWorkers: '100%',
  // Modules of finished test files fill the heap, which makes each collection of garbage slower.
  workerIdleMemoryLimit: '300MB',
  // Ends tests that hang. Set here only, so that no test depends on the speed of the machine.
  testTimeout: 600_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tests/transform.js' },
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/cluster/', '<rootDir>/tests/installed/'],
  moduleNameMapper: {
    '^tfjs-metrics$': '<rootDir>/src/index.ts',
    '^tfjs-metrics/(.*)$': '<rootDir>/src/$1/index.ts',
    '^@tensorflow/tfjs-core$': '<rootDir>/tests/tensorflow.cjs',
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
};
