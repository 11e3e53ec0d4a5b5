import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'docs/api', 'coverage', 'examples/data', 'tests/installed/projects'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Typed arrays are indexed within their length throughout.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'max-lines': ['error', 300],
      // Over typed arrays for-of takes two to three times as long.
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require'],
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  // The one file that is a program and no library.
  { files: ['src/cli/main.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['bench/**', 'examples/**', 'scripts/**', 'tests/browser/**', 'tests/installed/**', 'tests/site/**'],
    rules: { 'no-console': 'off' },
  },
);
