import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MetricCollection } from 'tfjs-metrics';
import { clusteringScores } from '../parity/tableScores.ts';
import { batchedLabelings, type Labeling } from './labelings.ts';

const scores = clusteringScores.map((each) => [each.name, each] as const);
const isEmpty = ([preds]: Labeling): boolean => preds.length === 0;

describe.each(scores)('%s', (_, { make, score, options }) => {
  test('batches give the value of the whole data set', () => {
    fc.assert(
      fc.property(batchedLabelings(), ({ whole, batches }) => {
        fc.pre(!isEmpty(whole));
        const metric = make();
        for (const batch of batches) metric.update(...batch);
        expect(metric.compute()).toBe(score(...whole, options));
        expect(metric.updateCount).toBe(batches.filter((batch) => !isEmpty(batch)).length);
      }),
    );
  });

  test('forward returns the value of the batch and adds it to the state', () => {
    fc.assert(
      fc.property(batchedLabelings(), ({ whole, batches }) => {
        fc.pre(!isEmpty(whole));
        const metric = make();
        for (const batch of batches) expect(metric.forward(...batch)).toBe(score(...batch, options));
        expect(metric.compute()).toBe(score(...whole, options));
        expect(metric.updateCount).toBe(batches.filter((batch) => !isEmpty(batch)).length);
      }),
    );
  });

  test('merged parts give the value of the whole data set, in any order', () => {
    fc.assert(
      fc.property(batchedLabelings(), fc.boolean(), ({ whole, batches }, reversed) => {
        fc.pre(!isEmpty(whole));
        const parts = batches.map((batch) => {
          const part = make();
          part.update(...batch);
          return part;
        });
        if (reversed) parts.reverse();
        const merged = make();
        for (const part of parts) merged.merge(reversed ? part.toJSON() : part);
        expect(merged.compute()).toBe(score(...whole, options));
        expect(merged.updateCount).toBe(batches.filter((batch) => !isEmpty(batch)).length);
      }),
    );
  });

  test('a metric can be saved and restored between any two batches', () => {
    const metricClass = make().constructor as unknown as { fromJSON(s: unknown): typeof metric };
    let metric = make();
    fc.assert(
      fc.property(batchedLabelings(), ({ whole, batches }) => {
        fc.pre(!isEmpty(whole));
        metric = make();
        for (const batch of batches) {
          metric = metricClass.fromJSON(JSON.parse(JSON.stringify(metric)));
          metric.update(...batch);
        }
        expect(metric.compute()).toBe(score(...whole, options));
        expect(metric.options).toEqual(options);
      }),
    );
  });
});

test('a collection of all scores returns the value of each score', () => {
  fc.assert(
    fc.property(batchedLabelings(), ({ whole, batches }) => {
      fc.pre(!isEmpty(whole));
      const metrics = new MetricCollection(
        Object.fromEntries(clusteringScores.map(({ name, make }) => [name, make()])),
      );
      for (const [i, batch] of batches.entries()) {
        if (i % 2 === 0) metrics.update(...batch);
        else metrics.forward(...batch);
      }
      const expected = clusteringScores.map((each) => [each.name, each.score(...whole, each.options)]);
      expect(metrics.compute()).toEqual(Object.fromEntries(expected));
    }),
  );
});
