// import and require() in one process give the same functions and classes, by every entry.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { exports } = require('tfjs-metrics/package.json');
const entries = Object.keys(exports).filter((entry) => !entry.endsWith('.json'));
assert(entries.length > 5);

for (const entry of entries) {
  const name = entry.replace('.', 'tfjs-metrics');
  const imported = await import(name);
  const required = require(name);
  for (const key of Object.keys(required)) assert.equal(imported[key], required[key], `${name}: ${key}`);
}

const { MetricInputError, MutualInfoScore, mutualInfoScore } = await import('tfjs-metrics');
const twin = require('tfjs-metrics/clustering');
assert(new MutualInfoScore() instanceof twin.MutualInfoScore);
assert.throws(() => new twin.MutualInfoScore().update([0.5], [1]), MetricInputError);
assert.equal(mutualInfoScore([0, 1], [1, 0]), Math.LN2);
