import { afterAll, describe, expect, test } from '@jest/globals';
import {
  CalinskiHarabaszScore,
  calinskiHarabaszScore,
  DaviesBouldinScore,
  daviesBouldinScore,
  DunnIndex,
  dunnIndex,
  MetricCollection,
  SilhouetteScore,
  silhouetteSamples,
  silhouetteScore,
  type Label,
} from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { intrinsicCases } from './intrinsicCases.ts';

const TOLERANCE = 1e-10;
let comparisons = 0;

/** Expects the exact value; if it is null, NaN or, for a known limit, infinity. */
function expectGolden(actual: number, expected: number | 'Infinity' | null | undefined): void {
  if (expected === undefined) return;
  comparisons++;
  if (expected === null) expect(Number.isFinite(actual)).toBe(false);
  else if (expected === 'Infinity') expect(actual).toBe(Infinity);
  else expectClose(actual, expected, TOLERANCE);
}

/** Splits samples into batches of 1, 2, 3, … */
function batches<T>(values: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0, size = 1; start < values.length; start += size, size++) {
    parts.push(values.slice(start, start + size));
  }
  return parts;
}

const makeAll = () =>
  new MetricCollection({
    ch: new CalinskiHarabaszScore(),
    db: new DaviesBouldinScore(),
    dunn: new DunnIndex(),
    silhouette: new SilhouetteScore(),
    squared: new SilhouetteScore({ metric: 'sqeuclidean' }),
  });

describe.each(intrinsicCases.map((of) => [of.name, of] as const))('%s', (_, of) => {
  const { data, labels, expected } = of;
  const silhouettes = Object.entries(expected.silhouette ?? {}) as ['euclidean' | 'sqeuclidean', number][];

  test('functions', () => {
    expectGolden(calinskiHarabaszScore(data, labels), expected.calinskiHarabasz);
    expectGolden(daviesBouldinScore(data, labels), expected.daviesBouldin);
    expectGolden(dunnIndex(data, labels), expected.dunnIndex);
    expectGolden(dunnIndex(data, labels, { p: 1 }), expected.dunnIndexP1);
    expectGolden(dunnIndex(data, labels, { p: Infinity }), expected.dunnIndexPInfinity);
    if (expected.silhouette === null) expectGolden(silhouetteScore(data, labels), null);
  });

  test('silhouettes with every distance', () => {
    for (const [metric, value] of silhouettes) {
      expectGolden(silhouetteScore(data, labels, { metric }), value);
      const samples = silhouetteSamples(data, labels, { metric });
      expected.silhouetteSamples![metric].forEach((exact, i) => {
        expectGolden(samples[i]!, exact);
      });
    }
  });

  test('classes, in batches and merged', () => {
    const [left, right] = [makeAll(), makeAll()];
    const parts = batches(labels);
    batches(data).forEach((rows, i) => {
      (i % 2 === 0 ? left : right).update(rows, parts[i] as Label[]);
    });
    left.merge(JSON.parse(JSON.stringify(right)) as never);
    const { ch, db, dunn, silhouette, squared } = left.compute();
    expectGolden(ch, expected.calinskiHarabasz);
    expectGolden(db, expected.daviesBouldin);
    expectGolden(dunn, expected.dunnIndex);
    expectGolden(silhouette, expected.silhouette && expected.silhouette.euclidean);
    expectGolden(squared, expected.silhouette && expected.silhouette.sqeuclidean);
  });
});

afterAll(() => {
  process.stdout.write(`golden comparisons: ${comparisons}\n`);
  expect(comparisons).toBeGreaterThan(1500);
});
