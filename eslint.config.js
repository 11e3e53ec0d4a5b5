import tseslint from 'typescript-eslint';

// Data flows one way: a folder may import from those before it, never from those after it.
const FLOW = [
  ['inputs'],
  ['numeric'],
  ['state'],
  ['functional'],
  ['metrics'],
  ['wrappers', 'aggregation'],
  ['clustering', 'information', 'nominal', 'compat'],
  ['charts'],
  ['report', 'layers', 'critics', 'sql'],
  ['cli'],
];

// Only the entry compat exports what is in functional/compat.
const NO_COMPAT = { regex: '/compat/', message: 'Nothing is built on the names of other libraries.' };

const oneWay = FLOW.flatMap((folders, place) => {
  const later = FLOW.slice(place + 1).flat();
  return folders.flatMap((folder) => [
    neverFrom(later, folder, `src/${folder}/*.ts`, '\\.\\./'),
    neverFrom(later, folder, `src/${folder}/*/*.ts`, '\\.\\./\\.\\./'),
    neverFrom(later, folder, `src/${folder}/*/*/*.ts`, '\\.\\./\\.\\./\\.\\./'),
  ]);
});

function neverFrom(later, folder, files, up) {
  const regex = `^${up}(${[...later, 'index'].join('|')})(\\.ts$|/)`;
  const message = `src/${folder} knows nothing of what is built on it.`;
  const patterns = folder === 'compat' ? [{ regex, message }] : [{ regex, message }, NO_COMPAT];
  return {
    files: [files],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

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
  ...oneWay,
  {
    files: ['bench/**', 'examples/**', 'scripts/**', 'tests/browser/**', 'tests/installed/**', 'tests/site/**'],
    rules: { 'no-console': 'off' },
  },
);
