// Compares estimates of mutual information with known values: npm run bench:accuracy. It takes the names of tables, of
// which 'neighbors' is the default. With --check, the exit code is 1 if an estimate is wrong by more than chance.
import { parseArgs } from 'node:util';
import { printEstimators } from './estimators.ts';
import { printEstimates, TABLES } from './manyColumns.ts';
import { printNeighborEstimates } from './neighbors.ts';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = ['neighbors', 'estimators', ...Object.keys(TABLES)];
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`expected tables among ${names.join(', ')}, got ${unknown.join(', ')}`);
let missed = 0;
for (const name of positionals.length > 0 ? positionals : ['neighbors']) {
  const cases = TABLES[name];
  if (cases) missed += await printEstimates(await cases());
  else if (name === 'neighbors') missed += printNeighborEstimates();
  else printEstimators();
}
if (values.check && missed > 0) process.exitCode = 1;
