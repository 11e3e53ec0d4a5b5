import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { D, K } from '../../scripts/exactCritic/exactBatches.ts';
import { BOUNDS, LEVELS } from '../../scripts/exactCritic/exactBounds.ts';
import { measureBounds, type Measured } from '../../scripts/exactCritic/measureBounds.ts';

// The checks of the tfjs test mode take several times as long as the bounds.
tf.env().set('IS_TEST', false);
setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');

const BATCHES = 64;
const REFERENCE_BATCHES = 3000;

const guide = readFileSync('docs/variational-bounds.md', 'utf8').split('\n');

/** Mean that the guide shows for a bound, with the reference value next to it. */
function shownInGuide(name: string, level: number): [own: number, reference: number] {
  const row = guide.find((line) => line.split('|')[1]?.trim() === name);
  const [own, reference] = row!.split('|')[level + 3]!.trim().split(' (');
  return [Number(own), parseFloat(reference!)];
}

/** Half a unit of the last digit of a reference value. */
const halfDigit = (value: number): number => 0.5 / 10 ** (String(value).split('.')[1]?.length ?? 0);

/** Variance of 1 + E[f] − Z, with Z the mean density ratio of independent pairs, E[Z] = 1. */
const varianceOfLinear = (truth: number): number =>
  (D * -Math.expm1((-2 * truth) / D)) / K + Math.expm1(2 * truth) / (K * (K - 1));

describe.each(LEVELS.map((truth, level) => [truth, level] as const))(
  'at the exact critic of %i nats',
  (truth, level) => {
    let measured: Measured[];
    beforeAll(async () => {
      await tf.setBackend('wasm');
      measured = measureBounds(truth, BATCHES, truth);
    });

    test.each(BOUNDS.map(({ name }, b) => [name, b] as const))('%s is within three standard errors', (_, b) => {
      const { bound, mean, variance, weighted } = measured[b]!;
      const { reference, expectation, isAveraged } = bound;
      expect(reference ?? expectation).toBeDefined();
      if (expectation) {
        // With a heavy tail, the standard error of a plain mean cannot be estimated from a sample (see measureBounds).
        // That of the weighted mean can, and the expectation of both is known.
        const of = weighted ?? { mean, standardError: Math.sqrt(variance / BATCHES) };
        expect(of.standardError).toBeLessThan(0.03 * expectation(truth));
        expect(Math.abs(of.mean - expectation(truth))).toBeLessThan(3 * of.standardError);
      }
      // Above 4 nats, three true standard errors of this number of batches exceed 1 nat.
      if (!reference || (weighted && truth > 4)) return;
      const [theirs, theirVariance] = [reference.means[level]!, reference.variances[level]!];
      const [ours, other] = weighted ? [varianceOfLinear(truth), varianceOfLinear(truth)] : [variance, theirVariance];
      const sampling = Math.sqrt(ours / BATCHES + other / REFERENCE_BATCHES);
      const standardError = Math.hypot(sampling, halfDigit(theirs));
      expect(Math.abs(mean - theirs)).toBeLessThan(3 * standardError);
      const [shown, beside] = shownInGuide(bound.name, level);
      expect(Math.abs(mean - shown)).toBeLessThan(3 * standardError);
      expect(beside).toBe(theirs);
      if (weighted) return;
      // The variance over these batches is known to about 20 %, less accurately for skewed bounds.
      expect(variance / theirVariance).toBeLessThan(1.8);
      if (!isAveraged) expect(variance / theirVariance).toBeGreaterThan(0.5);
    });
  },
);
