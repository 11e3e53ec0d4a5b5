import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silhouetteScore, simplifiedSilhouetteScore } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';

const sample = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.nat(2));

/** The definition, which recomputes every mean. */
function byDefinition(data: number[][], labels: number[]): number {
  const clusters = [...new Set(labels)];
  const meanOf = (cluster: number): number[] => {
    const own = data.filter((_, i) => labels[i] === cluster);
    return own[0]!.map((_, j) => own.reduce((sum, row) => sum + row[j]!, 0) / own.length);
  };
  const values = data.map((row, i) => {
    if (labels.filter((label) => label === labels[i]).length === 1) return 0;
    const far = (cluster: number): number => {
      const mean = meanOf(cluster);
      return Math.hypot(...row.map((value, j) => value - mean[j]!));
    };
    const a = far(labels[i]!);
    const b = Math.min(...clusters.filter((cluster) => cluster !== labels[i]).map(far));
    return a === b ? 0 : (b - a) / Math.max(a, b);
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test('the score equals its definition', () => {
  fc.assert(
    fc.property(fc.array(sample, { minLength: 3, maxLength: 20 }), (samples) => {
      const data = samples.map(([x, y]) => [x, y]);
      const labels = samples.map(([, , label]) => label);
      const clusters = new Set(labels).size;
      if (clusters < 2 || clusters === samples.length) return;
      expectClose(simplifiedSilhouetteScore(data, labels), byDefinition(data, labels), 1e-9);
    }),
  );
});

test('an offset of the data loses no precision', () => {
  const data = [0, 1, 2, 9, 10, 12];
  const labels = [0, 0, 0, 1, 1, 1];
  const shifted = data.map((x) => x + 2 ** 40);
  expectClose(simplifiedSilhouetteScore(shifted, labels), simplifiedSilhouetteScore(data, labels), 1e-4);
});

test('for distant clusters the score is close to the silhouette of all pairs', () => {
  const data = Array.from({ length: 100 }, (_, i) => [100 * (i % 2), i % 7]);
  const labels = data.map(([x]) => x!);
  const pairs = silhouetteScore(data, labels);
  expect(Math.abs(simplifiedSilhouetteScore(data, labels) - pairs)).toBeLessThan(0.02);
});

test('clusters at the same point, clusters of one sample and too few clusters have the documented values', () => {
  expect(simplifiedSilhouetteScore([1, 1, 1, 1], [0, 0, 1, 1])).toBe(0);
  expect(simplifiedSilhouetteScore([0, 2, 1], [0, 0, 1])).toBe(0);
  expect(simplifiedSilhouetteScore([0, 1], [0, 0])).toBeNaN();
  expect(() => simplifiedSilhouetteScore([0, 1], [0, 1], { onUndefined: 'throw' })).toThrow(/2 clusters/);
  expect(simplifiedSilhouetteScore([0, 1, 9, 10, 50], [0, 0, 1, 1, -1], { ignoreLabel: -1 })).toBe(
    simplifiedSilhouetteScore([0, 1, 9, 10], [0, 0, 1, 1]),
  );
});
