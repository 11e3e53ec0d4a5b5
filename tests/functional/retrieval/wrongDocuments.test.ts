import { describe, expect, test } from '@jest/globals';
import { BootStrapper, MetricCollection } from 'tfjs-metrics';
import { fallOut, hitRate, meanAveragePrecision, ndcg, recallAtK, rPrecision, Ndcg } from 'tfjs-metrics/retrieval';

describe('wrong arguments', () => {
  test.each([
    ['grades below 0', () => ndcg([1, 2], [0, -2]), 'target[1]: expected a finite number from 0 up, got -2'],
    [
      'a boolean after grades',
      () => ndcg([1, 2], [0, true] as never),
      'target[1]: expected a grade like those before it, got true; pass grades or booleans, not both',
    ],
    [
      'a grade after booleans',
      () => ndcg([[1, 2]], [[true, 0]] as never),
      'target[0][1]: expected a boolean like those before it, got 0; pass grades or booleans, not both',
    ],
    ['one row', () => ndcg([[1, NaN]], [[1, 0]]), 'preds: row 0, column 1: expected a finite number, got NaN'],
    ['NaN', () => ndcg([1, NaN], [1, 0]), 'preds[1]: expected a finite number, got NaN'],
    ['a text', () => ndcg([1, 2], ['a', true] as never), 'target[0]: expected a finite number, got "a"'],
    [
      'queries in rows',
      () => ndcg([[1, 2]], [[1, 0]], { queries: [[1, 1]] as never }),
      'queries[0]: expected 1-D labels, got Array of length 2',
    ],
    ['-1', () => ndcg([1, 2], [0, -1]), 'for documents without a judgment, set the option "ignoreLabel"'],
    [
      'scores that are NaN',
      () =>
        recallAtK(
          [
            [1, NaN],
            [1, 2],
          ],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      'preds: row 0, column 1: expected a finite number, got NaN',
    ],
    ['shapes', () => hitRate([1, 2], [1]), 'preds, target: expected the same shape, [N] or [Q, D], got [2] and [1]'],
    [
      'queries',
      () => hitRate([1, 2], [1, 0], { queries: [1] }),
      'queries: expected the query of each of 2 documents, got 1',
    ],
    [
      'queries of rows',
      () => hitRate([[1, 2]], [[1, 0]], { queries: [1] }),
      'queries: expected scores of shape [N], got [1, 2]',
    ],
    [
      'topK',
      () => fallOut([1, 2], [1, 0], { topK: 0 }),
      'fallOut: option "topK": expected a whole number of documents above 0, got 0',
    ],
    ['minRelevance', () => rPrecision([1, 2], [1, 0], { minRelevance: 0 }), 'expected a number above 0, got 0'],
    [
      'onEmptyQuery',
      () => meanAveragePrecision([1, 2], [1, 0], { onEmptyQuery: 'neg' as never }),
      'expected one of "zero", "skip", "nan", "throw", got "neg"',
    ],
  ])('of %s give an error', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test('of a bootstrap are batches in which a query has several rows', () => {
    const metric = new BootStrapper(new Ndcg(), { seed: 1, draws: 20 });
    expect(() => metric.update([2, 1], [0, 1])).toThrow('pass a query in each row, [Q, D]');
    expect(() => metric.update([2, 1], [0, 1], { queries: [1, 1] })).toThrow('rows that belong together for Ndcg');
    const collection = new BootStrapper(new MetricCollection({ ndcg: new Ndcg() }), { draws: 20 });
    expect(() => collection.update([2, 1], [0, 1])).toThrow('pass a query in each row, [Q, D]');
    metric.update(
      Array.from({ length: 40 }, (_, query) => [query % 3, 1]),
      Array.from({ length: 40 }, () => [1, 0]),
    );
    const { value, lower, upper } = metric.compute();
    expect(lower).toBeLessThan(value);
    expect(upper).toBeGreaterThan(value);
  });

  test('change no state', () => {
    const metric = new Ndcg();
    metric.update([2, 1], [0, 1]);
    const before = JSON.stringify(metric);
    metric.update([2, 1], [0, 1], { queries: ['a', 'a'] });
    const queries = JSON.stringify(metric);
    expect(queries).not.toBe(before);
    expect(() => metric.update([2, 1], [0, 1], { queries: [1, 2] })).toThrow('queries: expected string labels');
    expect(() => metric.update([2, NaN], [0, 1])).toThrow('preds[1]');
    expect(JSON.stringify(metric)).toBe(queries);
  });
});
