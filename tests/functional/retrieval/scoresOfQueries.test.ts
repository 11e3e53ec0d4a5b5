import { describe, expect, test } from '@jest/globals';
import * as retrieval from 'tfjs-metrics/retrieval';
import { Metric } from 'tfjs-metrics';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';

type Options = retrieval.TopKOptions & retrieval.DocumentBatchOptions;
type Score = (preds: number[], target: number[], options?: Options) => number;

const { hitRate, meanReciprocalRank, ndcg, precisionAtK } = retrieval;

const count = (target: readonly number[]): number => target.filter((grade) => grade > 0).length;
const dcg = (target: readonly number[], k: number): number =>
  target.slice(0, k).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);

/** Definitions for documents in the order of distinct scores, of which some are relevant and some are not. */
const DEFINITIONS: Readonly<Record<string, (ranked: readonly number[], k: number) => number>> = {
  fallOut: (ranked, k) => ranked.slice(0, k).filter((grade) => grade === 0).length / (ranked.length - count(ranked)),
  hitRate: (ranked, k) => Number(count(ranked.slice(0, k)) > 0),
  meanAveragePrecision: (ranked, k) => {
    const precisions = ranked
      .slice(0, k)
      .flatMap((grade, i) => (grade > 0 ? [count(ranked.slice(0, i + 1)) / (i + 1)] : []));
    return precisions.reduce((a, b) => a + b, 0) / Math.min(count(ranked), k);
  },
  meanReciprocalRank: (ranked, k) => {
    const first = ranked.findIndex((grade) => grade > 0);
    return first < k ? 1 / (first + 1) : 0;
  },
  ndcg: (ranked, k) =>
    dcg(ranked, k) /
    dcg(
      [...ranked].sort((a, b) => b - a),
      k,
    ),
  precisionAtK: (ranked, k) => count(ranked.slice(0, k)) / k,
  recallAtK: (ranked, k) => count(ranked.slice(0, k)) / count(ranked),
  retrievalAuroc: (ranked) => {
    const others = ranked.length - count(ranked);
    const above = ranked.map((grade, i) => (grade > 0 ? others - ranked.slice(0, i).filter((g) => g === 0).length : 0));
    return above.reduce((a, b) => a + b, 0) / (count(ranked) * others);
  },
  rPrecision: (ranked) => count(ranked.slice(0, count(ranked))) / count(ranked),
};
/** Scores of all documents of a query. */
const OF_ALL = ['retrievalAuroc', 'rPrecision'];
/** Scores that leave out queries without a defined value by default. */
const SKIPPING = ['fallOut', 'retrievalAuroc'];
const isCurve = (name: string): boolean => /precision(recallcurve|$)/i.test(name) && /^retrieval/i.test(name);
const SCORES = Object.entries(retrieval).filter(([name]) => /^[a-z]/.test(name) && !isCurve(name)) as [string, Score][];
const CLASSES = Object.entries(retrieval).filter(([name]) => /^[A-Z]/.test(name) && !isCurve(name)) as unknown as [
  string,
  new (options?: Options) => Metric<[number[] | number[][], number[] | number[][], object?], number, never>,
][];

/** Returns all orders of documents with descending scores. */
function orders(preds: readonly number[], target: readonly number[]): number[][] {
  if (preds.length === 0) return [[]];
  const best = Math.max(...preds);
  return preds.flatMap((score, k) => {
    if (score < best) return [];
    const rest = (values: readonly number[]): number[] => values.filter((_, i) => i !== k);
    return orders(rest(preds), rest(target)).map((order) => [target[k]!, ...order]);
  });
}

const random = RandomSource.of(1);
/** Queries with tied scores, relevant documents and other ones. */
const QUERIES = Array.from({ length: 40 }, () => {
  const n = 2 + random.integer(5);
  const preds = Array.from({ length: n }, () => random.integer(3));
  return { preds, target: preds.map((_, i) => (i === 0 ? 1 : i === 1 ? 0 : random.integer(4))) };
});

test('every score has a definition and a class', () => {
  const names = SCORES.map(([name]) => name);
  expect(names.sort()).toEqual(Object.keys(DEFINITIONS).sort());
  expect(CLASSES.map(([name]) => name.charAt(0).toLowerCase() + name.slice(1)).sort()).toEqual(names);
});

describe.each(SCORES)('%s', (name, score) => {
  const options = (k: number): Options => (OF_ALL.includes(name) ? {} : { topK: k });

  test('is the mean of its definition over all orders of documents with equal scores', () => {
    for (const { preds, target } of QUERIES) {
      for (const k of [1, 2, 3, 10]) {
        const values = orders(preds, target).map((ranked) => DEFINITIONS[name]!(ranked, k));
        const expected = values.reduce((a, b) => a + b, 0) / values.length;
        expect(score(preds, target, options(k))).toBeCloseTo(expected, 12);
      }
    }
  });

  test('is the mean over queries, in any order of documents', () => {
    const values = QUERIES.map(({ preds, target }) => score(preds, target));
    const documents = QUERIES.flatMap(({ preds, target }, query) =>
      preds.map((pred, i) => ({ pred, grade: target[i]!, query: `query ${query}` })),
    ).sort((a, b) => a.pred - b.pred || b.grade - a.grade);
    const flat = score(
      documents.map(({ pred }) => pred),
      documents.map(({ grade }) => grade),
      { queries: documents.map(({ query }) => query) },
    );
    expect(flat).toBeCloseTo(values.reduce((a, b) => a + b, 0) / values.length, 12);
  });

  test('does not change if scores are multiplied by a power of two, or documents without a judgment are added', () => {
    const { preds, target } = QUERIES[5]!;
    const value = score(preds, target);
    for (const factor of [2 ** -660, 2 ** 660])
      expect(
        score(
          preds.map((pred) => pred * factor),
          target,
        ),
      ).toBe(value);
    expect(score([...preds, NaN, 7], [...target, -1, -1], { ignoreLabel: -1 })).toBe(value);
  });

  test('counts a query with an undefined score as the option onEmptyQuery says', () => {
    const grade = name === 'fallOut' ? 1 : 0;
    const [preds, target] = [
      [0.9, 0.1, 0.4, 0.3],
      [1, 0, grade, grade],
    ];
    const queries = ['a', 'a', 'b', 'b'];
    const value = score([0.9, 0.1], [1, 0]);
    expect(score(preds, target, { queries, onEmptyQuery: 'zero' })).toBe(value / 2);
    expect(score(preds, target, { queries, onEmptyQuery: 'skip' })).toBe(value);
    expect(score(preds, target, { queries, onEmptyQuery: 'nan' })).toBeNaN();
    expect(score(preds, target, { queries })).toBe(SKIPPING.includes(name) ? value : value / 2);
    expect(() => score(preds, target, { queries, onEmptyQuery: 'throw' })).toThrow(
      `${name}: expected a defined value, got 0/0 because query "b" `,
    );
    expect(() => score(preds.slice(2), target.slice(2), { onEmptyQuery: 'throw' })).toThrow('because query 0 ');
    expect(score(preds.slice(2), target.slice(2), { onEmptyQuery: 'skip' })).toBeNaN();
    expect(score([], [], { onUndefined: 0 })).toBe(0);
  });
});

describe.each(CLASSES)('%s', (name, Class) => {
  const score = SCORES.find(([other]) => other.toLowerCase() === name.toLowerCase())![1];
  const value = score(
    QUERIES.flatMap(({ preds }) => preds),
    QUERIES.flatMap(({ target }) => target),
    { queries: QUERIES.flatMap(({ preds }, query) => preds.map(() => query)) },
  );

  test('is the score of all queries, whether they are complete, continue later, or are merged', () => {
    const [complete, continued, first, second] = [new Class(), new Class(), new Class(), new Class()];
    QUERIES.forEach(({ preds, target }, query) => {
      complete.update(preds, target);
      const batch = (from: number, to: number): [number[], number[], object] => [
        preds.slice(from, to),
        target.slice(from, to),
        { queries: preds.slice(from, to).map(() => query) },
      ];
      continued.update(...batch(0, 2));
      if (query % 3 === 0) first.update(preds, target);
      else {
        first.update(...batch(0, 1));
        second.update(...batch(1, preds.length));
      }
    });
    QUERIES.forEach(({ preds, target }, query) => {
      continued.update(preds.slice(2), target.slice(2), { queries: preds.slice(2).map(() => query) });
    });
    first.merge(second);
    const restored = new Class();
    restored.merge(JSON.parse(JSON.stringify(first)) as never);
    for (const metric of [complete, continued, first, restored]) expect(metric.compute()).toBeCloseTo(value, 12);
  });

  test('takes one query per row', () => {
    const metric = new Class();
    metric.update(
      [
        [0.9, 0.5, 0.1],
        [0.2, 0.3, 0.7],
      ],
      [
        [1, 0, 0],
        [1, 1, 0],
      ],
    );
    const expected = (score([0.9, 0.5, 0.1], [1, 0, 0]) + score([0.2, 0.3, 0.7], [1, 1, 0])) / 2;
    expect(metric.compute()).toBeCloseTo(expected, 14);
  });
});

test('hitRate does not cancel if a hit is rare', () => {
  const target = new Float64Array(1e6);
  target[5] = 1;
  expect(hitRate(new Float64Array(1e6), target, { topK: 1 })).toBe(1e-6);
  expect(hitRate(new Float64Array(1e6), target, { topK: 3 })).toBeCloseTo(3e-6, 20);
  expect(hitRate([1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0], { topK: 6 })).toBe(1);
});

describe('options', () => {
  test('minRelevance is the smallest grade that counts as relevant', () => {
    expect(precisionAtK([3, 2, 1], [0.5, 1, 2], { topK: 2 })).toBe(1);
    expect(precisionAtK([3, 2, 1], [0.5, 1, 2], { topK: 2, minRelevance: 1 })).toBe(0.5);
    expect(meanReciprocalRank([3, 2, 1], [1, 2, 3], { minRelevance: 3 })).toBe(1 / 3);
  });

  test('adaptiveK divides by the number of documents if they are fewer than topK', () => {
    expect(precisionAtK([2, 1], [1, 0], { topK: 4 })).toBe(0.25);
    expect(precisionAtK([2, 1], [1, 0], { topK: 4, adaptiveK: true })).toBe(0.5);
  });

  test('gain of ndcg can be exponential, of any grade', () => {
    const expected = (1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3));
    expect(ndcg([2, 1], [1, 3], { gain: 'exponential' })).toBeCloseTo(expected, 14);
    expect(ndcg([2, 1], [5000, 5000], { gain: 'exponential' })).toBe(1);
    expect(ndcg([2, 1], [1e308, 1e308])).toBe(1);
  });

  test('gain of ndcg keeps the digits of small grades, and the score is at most 1', () => {
    expect(ndcg([1, 0], [1e-17, 0], { gain: 'exponential' })).toBe(1);
    const grades = [2, 2, 1, 1, 2, 2, 2];
    expect(ndcg(grades, grades)).toBe(1);
  });

  test.each([
    ['numbers', [1, 1, 1, 2]],
    ['an Int32Array', Int32Array.of(1, 1, 1, 2)],
    ['booleans', [true, true, true, false]],
    ['strings', ['a', 'a', 'a', 'b']],
  ])('ignoreLabel leaves out documents, and queries without others, of %s', (_, queries) => {
    const value = ndcg([3, 2, 1, 4], [1, 0, -1, -1], { queries, ignoreLabel: -1 });
    expect(value).toBe(1);
    const metric = new retrieval.Ndcg({ ignoreLabel: -1 });
    metric.update([3, 2, 1, 4], [1, 0, -1, -1], { queries });
    expect(metric.compute()).toBe(1);
  });

  test('rows without judged documents are left out', () => {
    const [preds, target] = [
      [
        [0.9, 0.4],
        [0.3, 0.2],
      ],
      [
        [1, 0],
        [-1, -1],
      ],
    ];
    expect(ndcg(preds, target, { ignoreLabel: -1, onEmptyQuery: 'throw' })).toBe(1);
    expect(() => ndcg([1], [-1], { ignoreLabel: -1, onUndefined: 'throw' })).toThrow('because no query counts');
  });

  test('booleans are grades', () => {
    expect(hitRate([0.2, 0.7], [true, false], { topK: 1 })).toBe(0);
    expect(hitRate([[0.2, 0.7]], [[false, true]], { topK: 1 })).toBe(1);
  });
});
