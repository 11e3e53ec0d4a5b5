// Evaluates the bounds with the exact critic: npm run paper:exact prints the table of docs/variational-bounds.md,
// over 3000 batches in about two minutes. Option --batches sets the number of batches.
import { parseArgs } from 'node:util';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { alignedTable } from '../bench/alignedTable.ts';
import { LEVELS } from './exactCritic/exactBounds.ts';
import { measureBounds } from './exactCritic/measureBounds.ts';

const { values: options } = parseArgs({
  options: { batches: { type: 'string', default: '3000' } },
});

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
await tf.setBackend('wasm');

const levels = LEVELS.map((level) => measureBounds(level, Number(options.batches), level));

const lines = levels[0]!.flatMap(({ bound, weighted }, b) => {
  const cells = levels.map((measured) => measured[b]!);
  const { reference } = bound;
  const beside = (own: number, other: number | undefined): string =>
    `${shown(own)} (${other === undefined ? '–' : shown(other)})`;
  const rows = [
    [bound.name, 'mean', ...cells.map(({ mean }, i) => beside(mean, reference?.means[i]))],
    ['', 'variance', ...cells.map((of, i) => beside(of.variance, reference?.variances[i]))],
  ];
  if (!weighted) return rows;
  const means = cells.map((of) => `${shown(of.weighted!.mean)} ± ${shown(of.weighted!.standardError)}`);
  return [...rows, ['', 'weighted mean', ...means]];
});

console.log(alignedTable(['bound', '', ...LEVELS.map((level) => `${level} nats`)], lines));

/** Formats a number with three decimals, or with two significant digits below 0.1. */
function shown(value: number): string {
  if (Math.abs(value) >= 100) return value.toPrecision(3);
  return value < 0.1 ? String(Number(value.toPrecision(2))) : String(Number(value.toFixed(3)));
}
