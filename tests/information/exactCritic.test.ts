import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { D, K } from '../../scripts/exactCritic/exactBatches.ts';
import { BOUNDS, LEVELS } from '../../scripts/exactCritic/exactBounds.ts';
import { measureBounds, type Measured } from '../../scripts/exactCritic/measureBounds.ts';

// The checks of tfjs's own tests take several times as long as the bounds.
tf.env().set('IS_TEST', false);
setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');

const BATCHES = 64;
const REFERENCE_BATCHES = 3000;

const guide = readFileSync('docs/variational-bounds.md', 'utf8').split('\n');

/** The mean that the guide shows for a bound, and the one that it shows beside it. */
function shownInGuide(name: string, level: number): [own: number, reference: number] {
  const row = guide.find((line) => line.split('|')[1]?.trim() === name);
  const [own, reference] = row!.split('|')[level + 3]!.trim().split(' (');
  return [Number(own), parseFloat(reference!)];
}

/** Half of the last digit that a figure of the reference is given to. */
const halfDigit = (value: number): number => 0.5 / 10 ** (String(value).split('.')[1]?.length ?? 0);

/** What the variance of 1 + E[f] − Z is, with Z the mean density ratio of pairs apart, E[Z] = 1. */
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
        // Where the tail is heavy a plain mean has no standard error that a sample could tell (see measureBounds).
        // The weighted mean has one, and what both must be is known.
        const of = weighted ?? { mean, standardError: Math.sqrt(variance / BATCHES) };
        expect(of.standardError).toBeLessThan(0.03 * expectation(truth));
        expect(Math.abs(of.mean - expectation(truth))).toBeLessThan(3 * of.standardError);
      }
      // Beyond, three true standard errors of so many batches are nats.
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
      // The variance of so many batches is known to a fifth, of skewed bounds less well.
      expect(variance / theirVariance).toBeLessThan(1.8);
      if (!isAveraged) expect(variance / theirVariance).toBeGreaterThan(0.5);
    });
  },
);
