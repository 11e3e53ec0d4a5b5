// The CommonJS modules, which Node and Jest load, export the names of the ES modules, which bundlers load.
const assert = require('node:assert/strict');
const { dirname, join } = require('node:path');

const manifest = require.resolve('tfjs-metrics/package.json');
for (const [entry, conditions] of Object.entries(require(manifest).exports)) {
  if (typeof conditions === 'string') continue;
  const [module, twin] = [conditions.module, conditions.default].map((file) => require(join(dirname(manifest), file)));
  assert.deepEqual(Object.keys(twin).sort(), Object.keys(module).sort(), entry);
}
