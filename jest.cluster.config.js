import base from './jest.config.js';

/** Tests that start servers: npm run test:cluster. */
export default {
  ...base,
  testMatch: ['<rootDir>/tests/cluster/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
