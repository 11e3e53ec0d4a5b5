// Scores 20 million label pairs on worker threads and merges the results: npm run demo:workers
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import scorePart, { makeMetrics, type Part } from './scorePart.ts';

const PAIRS = 20_000_000;
const WORKERS = Math.max(2, availableParallelism());

const preds = new Int32Array(new SharedArrayBuffer(4 * PAIRS));
const target = new Int32Array(new SharedArrayBuffer(4 * PAIRS));
for (let i = 0; i < PAIRS; i++) {
  target[i] = Math.imul(i, 2654435761) >>> 25;
  preds[i] = i % 5 === 0 ? i % 100 : target[i]! >> 1;
}
const whole: Part = { preds, target, start: 0, end: PAIRS };

const alone = makeMetrics();
alone.merge(scorePart(whole));

const pool = new Piscina({
  filename: new URL('./scorePart.ts', import.meta.url).href,
  minThreads: WORKERS,
  maxThreads: WORKERS,
});
const size = Math.ceil(PAIRS / WORKERS);
const parts = Array.from({ length: WORKERS }, (_, i) => ({
  ...whole,
  start: i * size,
  end: Math.min(PAIRS, (i + 1) * size),
}));
const together = makeMetrics();
// Merges in order of completion, which varies: sums of counts do not depend on the order.
await Promise.all(
  parts.map(async (part) => {
    together.merge(await pool.run(part));
  }),
);
await pool.destroy();

console.log(`${PAIRS} pairs, one thread:         `, alone.compute());
console.log(`${PAIRS} pairs, ${WORKERS} workers merged: `, together.compute());
const same = JSON.stringify(alone.compute()) === JSON.stringify(together.compute());
console.log(same ? 'The values are identical.' : 'The values DIFFER.');
if (!same) process.exitCode = 1;
