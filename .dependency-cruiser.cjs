// Checks imports, also those of types and dynamic ones: `npm run lint`.

// Data flows one way: a folder imports from those before it, never from those after it.
const FLOW = [
  ['numeric'],
  ['inputs'],
  ['state'],
  ['functional'],
  ['metrics'],
  ['wrappers', 'aggregation'],
  ['classification', 'clustering', 'information', 'nominal', 'regression', 'retrieval', 'compat'],
  ['charts'],
  ['report', 'layers', 'critics', 'sql'],
  ['cli'],
];

const oneWay = FLOW.slice(0, -1).map((folders, place) => ({
  name: `${folders.join('-')}-imports-what-is-built-on-it`,
  severity: 'error',
  from: { path: `^src/(${folders.join('|')})/` },
  to: {
    path: `^src/(index\\.ts|(${FLOW.slice(place + 1)
      .flat()
      .join('|')})/)`,
  },
}));

// What one folder of a place needs of another belongs to a place before.
const siblings = FLOW.filter((folders) => folders.length > 1).map((folders) => ({
  name: `${folders.join('-')}-import-each-other`,
  severity: 'error',
  from: { path: `^src/(${folders.join('|')})/` },
  to: { path: `^src/(${folders.join('|')})/`, pathNot: '^src/$1/' },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...oneWay,
    ...siblings,
    {
      name: 'information-imports-a-field-that-is-built-on-it',
      severity: 'error',
      from: { path: '^src/functional/information/' },
      to: { path: '^src/functional/(clustering|nominal)/' },
    },
    {
      name: 'nothing-is-built-on-the-names-of-other-libraries',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(functional/)?compat/' },
      to: { path: '/compat/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
