import { describe, expect, test } from '@jest/globals';
import {
  precisionAtK,
  recallAtK,
  retrievalPrecisionRecallCurve,
  RetrievalPrecisionRecallCurve,
  retrievalRecallAtFixedPrecision,
  RetrievalRecallAtFixedPrecision,
} from 'tfjs-metrics';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';
import { expectClose } from '../../expectClose.ts';

const random = RandomSource.of(2);
/** Queries with tied scores, of which some have no relevant documents. */
const QUERIES = Array.from({ length: 30 }, (_, query) => {
  const preds = Array.from({ length: 1 + random.integer(9) }, () => random.integer(4));
  return { preds, target: preds.map(() => (query % 5 === 0 ? 0 : random.integer(3))), query: `query ${query}` };
});
const preds = QUERIES.flatMap((query) => query.preds);
const target = QUERIES.flatMap((query) => query.target);
const queries = QUERIES.flatMap((query) => query.preds.map(() => query.query));
const close = (values: ArrayLike<number>, expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, k) => expectClose(values[k]!, value, 1e-12));
};
const numbers = (value: number | Float64Array): ArrayLike<number> & Iterable<number> =>
  typeof value === 'number' ? [value] : value;

describe('retrievalPrecisionRecallCurve', () => {
  test.each([
    [{}, false, 10],
    [{ topK: 3 }, false, 3],
    [{ topK: 14 }, true, 14],
    [{ onEmptyQuery: 'skip', minRelevance: 2 }, false, 10],
  ] as const)('with %j and adaptiveK %j, is precision and recall at each k', (options, adaptiveK, size) => {
    const { precision, recall } = retrievalPrecisionRecallCurve(preds, target, { ...options, adaptiveK, queries });
    const ranks = Array.from({ length: size }, (_, k) => ({ ...options, queries, topK: k + 1 }));
    close(
      precision,
      ranks.map((rank) => precisionAtK(preds, target, { ...rank, adaptiveK })),
    );
    close(
      recall,
      ranks.map((rank) => recallAtK(preds, target, rank)),
    );
  });

  test('is NaN without queries, and 0, left out or an error for queries without relevant documents', () => {
    close(retrievalPrecisionRecallCurve([], [], { topK: 2 }).precision, [NaN, NaN]);
    close(retrievalPrecisionRecallCurve([], [], { topK: 2, onUndefined: 0 }).recall, [0, 0]);
    const two = [
      [0.9, 0.1],
      [0.4, 0.3],
    ];
    const grades = [
      [1, 0],
      [0, 0],
    ];
    close(retrievalPrecisionRecallCurve(two, grades, { topK: 2 }).precision, [0.5, 0.25]);
    close(retrievalPrecisionRecallCurve(two, grades, { topK: 2, onEmptyQuery: 'skip' }).precision, [1, 0.5]);
    close(retrievalPrecisionRecallCurve(two, grades, { topK: 2, onEmptyQuery: 'nan' }).recall, [NaN, NaN]);
    expect(() => retrievalPrecisionRecallCurve(two, grades, { onEmptyQuery: 'throw' })).toThrow(
      'retrievalPrecisionRecallCurve: expected a defined value, got 0/0 because query 1 has no relevant documents',
    );
  });
});

test('values are those in the documentation of torchmetrics', () => {
  const scores = [0.4, 0.01, 0.5, 0.6, 0.2, 0.3, 0.5];
  const relevant = [true, false, false, true, true, false, true];
  const options = { queries: [0, 0, 0, 0, 1, 1, 1], topK: 4 };
  const { precision, recall } = retrievalPrecisionRecallCurve(scores, relevant, options);
  close(precision, [1, 0.5, 2 / 3, 0.5]);
  close(recall, [0.5, 0.5, 1, 1]);
  expect(retrievalRecallAtFixedPrecision(scores, relevant, { ...options, minPrecision: 0.8 })).toEqual({
    recall: 0.5,
    topK: 1,
  });
});

describe('retrievalRecallAtFixedPrecision', () => {
  test.each([0, 0.2, 0.4, 0.5, 1])('is the point with the highest recall of precision at least %d', (minPrecision) => {
    const { precision, recall } = retrievalPrecisionRecallCurve(preds, target, { queries });
    const allowed = [...recall].filter((_, k) => precision[k]! >= minPrecision);
    const best = Math.max(0, ...allowed);
    expect(retrievalRecallAtFixedPrecision(preds, target, { queries, minPrecision })).toEqual({
      recall: best,
      topK: 1 + recall.indexOf(best),
    });
  });

  test('is 0 documents if none has the precision, and NaN without queries', () => {
    expect(retrievalRecallAtFixedPrecision([1, 0], [0, 1])).toEqual({ recall: 1, topK: 2 });
    expect(retrievalRecallAtFixedPrecision([1, 0], [0, 1], { minPrecision: 0.6 })).toEqual({ recall: 0, topK: 0 });
    expect(retrievalRecallAtFixedPrecision([], [])).toEqual({ recall: NaN, topK: NaN });
  });

  test('rejects a precision above 1', () => {
    expect(() => retrievalRecallAtFixedPrecision([1], [1], { minPrecision: 2 })).toThrow(
      'option "minPrecision": expected a number from 0 to 1, got 2',
    );
  });
});

test.each([
  ['RetrievalPrecisionRecallCurve', RetrievalPrecisionRecallCurve, retrievalPrecisionRecallCurve],
  ['RetrievalRecallAtFixedPrecision', RetrievalRecallAtFixedPrecision, retrievalRecallAtFixedPrecision],
] as const)('%s is its function of all queries, complete, continued, merged or restored', (_, Class, score) => {
  const [first, second] = [new Class({ topK: 4 }), new Class({ topK: 4 })];
  QUERIES.forEach(({ preds: scores, target: grades, query }, k) => {
    if (k % 3 === 0) return first.update(scores, grades);
    const batch = (from: number, to: number) =>
      [scores.slice(from, to), grades.slice(from, to), { queries: scores.slice(from, to).map(() => query) }] as const;
    first.update(...batch(0, 2));
    if (scores.length > 2) second.update(...batch(2, scores.length));
  });
  second.update([0.5, 0.5], [1, 0]);
  first.merge(JSON.parse(JSON.stringify(second)) as never);
  const expected = score([...preds, 0.5, 0.5], [...target, 1, 0], { queries: [...queries, 'last', 'last'], topK: 4 });
  for (const [name, value] of Object.entries(first.compute())) {
    close(numbers(value), [...numbers(expected[name as keyof typeof expected])]);
  }
});

test('a snapshot of another number of points is damaged', () => {
  const metric = new RetrievalPrecisionRecallCurve({ topK: 2 });
  metric.update([0.9, 0.2], [1, 0]);
  const snapshot = JSON.parse(JSON.stringify(metric)) as { state: { complete: { sums: unknown[] } } };
  snapshot.state.complete.sums.pop();
  expect(() => RetrievalPrecisionRecallCurve.fromJSON(snapshot as never)).toThrow('complete: expected 4 sums, got 3');
});
