import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { retrievalReport, RetrievalReport, type RetrievalReportOptions } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { wilsonBounds } from '../../src/numeric/special/wilsonBounds.ts';
import { queryInterval } from '../../src/report/retrieval/queryInterval.ts';

const random = RandomSource.of(9);
/** Documents of 40 queries with tied scores; every tenth query has no relevant documents. */
const DOCUMENTS = Array.from({ length: 40 }, (_, query) =>
  Array.from({ length: 2 + random.integer(20) }, (_, i) => {
    const grade = query % 10 === 0 ? 0 : i === 0 ? 1 : Math.max(0, random.integer(6) - 2);
    return { query: `query ${query}`, grade, score: random.integer(10) + 2 * grade };
  }),
).flat();
const preds = DOCUMENTS.map(({ score }) => score);
const target = DOCUMENTS.map(({ grade }) => grade);
const queries = DOCUMENTS.map(({ query }) => query);
const NAMES = [
  'ndcg',
  'meanAveragePrecision',
  'meanReciprocalRank',
  'hitRate',
  'precisionAtK',
  'recallAtK',
  'rPrecision',
];
const AT_K = ['ndcg', 'hitRate', 'precisionAtK', 'recallAtK'];

type Options = Omit<RetrievalReportOptions, 'preds' | 'target'>;
type Score = (preds: readonly number[], target: readonly number[], options: object) => number;

const report = (options: Options = {}): RetrievalReport => retrievalReport({ preds, target, queries, ...options });
/** Report on queries with these scores and grades, one in each row. */
const ofRows = (rows: readonly number[][], grades: readonly number[][], options: Options = {}): RetrievalReport =>
  retrievalReport({ preds: rows, target: grades, ...options });

describe('retrievalReport', () => {
  test.each([
    ['zero', 10, undefined, undefined],
    ['skip', 3, undefined, 'exponential'],
    ['zero', 1, 2, undefined],
  ] as const)('has the values of the functions: %s, first %d', (onEmptyQuery, topK, minRelevance, gain) => {
    const { scores } = report({ onEmptyQuery, topK, minRelevance, gain });
    expect(scores.map(({ name }) => name)).toEqual(NAMES);
    for (const { name, value, baseline } of scores) {
      const options = {
        ...{ queries, onEmptyQuery },
        ...(AT_K.includes(name) ? { topK } : {}),
        ...(name === 'ndcg' ? { gain } : { minRelevance }),
      };
      const score = lib[name as 'ndcg'] as Score;
      expect(value).toBeCloseTo(score(preds, target, options), 12);
      // Equal scores count as the mean over all orders.
      expect(baseline).toBeCloseTo(
        score(
          preds.map(() => 1),
          target,
          options,
        ),
        12,
      );
    }
  });

  test('has the interval of the scores of queries', () => {
    const values = [...new Set(queries)].map((name) => {
      const own = DOCUMENTS.filter(({ query }) => query === name);
      return lib.ndcg(
        own.map(({ score }) => score),
        own.map(({ grade }) => grade),
        { topK: 10 },
      );
    });
    const { lower, upper } = queryInterval(values)!;
    const { interval } = report().scores[0]!;
    expect(interval![0]).toBeCloseTo(lower, 12);
    expect(interval![1]).toBeCloseTo(upper, 12);
  });

  test('counts queries, documents and queries without relevant documents', () => {
    const { queries: count, documents, emptyQueries, distribution, warnings } = report();
    expect({ count, documents, emptyQueries }).toEqual({ count: 40, documents: DOCUMENTS.length, emptyQueries: 4 });
    expect(distribution.reduce((sum, each) => sum + each, 0)).toBe(36);
    expect(warnings).toEqual(['4 of 40 queries (10.0 %) have no relevant documents; their scores are 0.']);
    expect(report().notes.at(-1)).toBe(
      'The distribution of nDCG and the worst queries do not include 4 queries without relevant documents, which the mean nDCG counts as 0.',
    );
    expect(report({ onEmptyQuery: 'skip' }).warnings).toEqual([
      '4 of 40 queries (10.0 %) have no relevant documents; they are left out.',
    ]);
    // All grades have an nDCG.
    expect(report({ minRelevance: 2 }).warnings[0]).toMatch(
      / no relevant documents; their scores other than nDCG are 0\.$/,
    );
  });

  test('lists the queries with the lowest nDCG first, without those that have no relevant documents', () => {
    const { worstQueries } = report({ worst: 36 });
    expect(report().worstQueries).toEqual(worstQueries.slice(0, 10));
    expect(report({ worst: 0 }).worstQueries).toEqual([]);
    expect(String(report({ worst: 0 }))).not.toContain('Worst queries');
    const gains = worstQueries.map(({ ndcg }) => ndcg);
    expect(gains).toEqual([...gains].sort((a, b) => a - b));
    expect(worstQueries).toHaveLength(36);
    const { query, ndcg, averagePrecision, reciprocalRank, documents, relevant } = worstQueries[0]!;
    const own = DOCUMENTS.filter((each) => each.query === query);
    const [scores, grades] = [own.map(({ score }) => score), own.map(({ grade }) => grade)];
    expect(ndcg).toBeCloseTo(lib.ndcg(scores, grades, { topK: 10 }), 12);
    expect(averagePrecision).toBeCloseTo(lib.meanAveragePrecision(scores, grades), 12);
    expect(reciprocalRank).toBeCloseTo(lib.meanReciprocalRank(scores, grades), 12);
    expect([documents, relevant]).toEqual([own.length, grades.filter((grade) => grade > 0).length]);
  });

  test('is undefined or an error for a query without relevant documents on request', () => {
    expect(report({ onEmptyQuery: 'nan' }).scores.map(({ value, interval }) => [value, interval])).toEqual(
      NAMES.map(() => [NaN, undefined]),
    );
    expect(() => report({ onEmptyQuery: 'throw' })).toThrow(
      `retrievalReport: expected a relevant document in query "query 0" for ndcg, got none; onEmptyQuery: 'skip' leaves such queries out`,
    );
  });

  test('leaves out documents without a judgment, and says so', () => {
    const ignored = retrievalReport({
      preds: [...preds, NaN],
      target: [...target, -1],
      queries: [...queries, 'query 1'],
      ignoreLabel: -1,
      leftOut: 3,
    });
    expect(ignored.scores).toEqual(report().scores);
    expect(ignored.notes.at(-1)).toBe('1 document without a judgment is left out.');
    // Fewer than 5 %.
    expect(ignored.warnings).toEqual(report().warnings);
    const many = retrievalReport({
      preds,
      target: target.map((grade) => grade || -1),
      queries,
      ignoreLabel: -1,
      leftOut: 3,
    });
    expect(many.warnings[0]).toMatch(
      /^\d\d\.\d % of the documents are left out: 3 with missing values, \d+ without a judgment\.$/,
    );
  });

  test('warns of few queries, of few documents, and of an order that is no better than a random one', () => {
    const rows = Array.from({ length: 30 }, (_, k) => [3, 2, 1, k % 2]);
    const good = rows.map(() => [1, 0, 0, 0]);
    expect(ofRows(rows, good, { topK: 2 }).warnings).toEqual([]);
    const mixed = rows.map((_, k) => (k % 2 === 0 ? [1, 0, 0, 0] : [0, 0, 0, 1]));
    expect(ofRows(rows, mixed, { topK: 2 }).warnings).toEqual([
      'By nDCG, the order is not significantly better than a random one.',
    ]);
    expect(
      ofRows(
        rows,
        rows.map(() => [0, 0, 0, 1]),
        { topK: 2 },
      ).warnings,
    ).toEqual([
      'By nDCG, the order is worse than a random one: higher scores may mean less relevant documents; if so, pass their negatives.',
    ]);
    expect(ofRows(rows.slice(0, 5), good.slice(0, 5)).warnings).toEqual([
      'Only 5 queries have relevant documents, so the scores are uncertain.',
      'No query has more than 10 documents, so hit rate, precision and recall at 10 do not depend on the order.',
    ]);
  });

  test('describes no queries, one query, and queries without relevant documents', () => {
    const none = retrievalReport({ preds: [], target: [] });
    expect([none.queries, none.scores, none.notes]).toEqual([0, [], ['There are no queries to score.']]);
    expect(String(none)).toContain('0 queries, 0 documents');
    const one = retrievalReport({ preds: [3, 2, 1], target: [false, true, false], topK: 1 });
    expect(one.scores.map(({ value, interval }) => [value, interval])).toContainEqual([0.5, undefined]);
    expect(one.warnings[0]).toBe('Only one query has relevant documents, so the scores are uncertain.');
  });

  test.each(['zero', 'skip', 'nan'] as const)('has no scores if no document is relevant: %s', (onEmptyQuery) => {
    const rows = Array.from({ length: 30 }, (_, k) => [k % 7, k % 3, 1]);
    const empty = ofRows(
      rows,
      rows.map(() => [0, 0, 0]),
      { onEmptyQuery },
    );
    expect([empty.emptyQueries, empty.scores, empty.worstQueries]).toEqual([30, [], []]);
    expect(empty.warnings).toEqual(['No document is relevant, so there are no scores; check target.']);
    expect(String(empty)).not.toContain('of the queries');
    expect(ofRows(rows, rows, { minRelevance: 9, onEmptyQuery }).warnings[0]).toMatch(
      /^No document is relevant, .*; check target and minRelevance\.$/,
    );
  });

  test('explains values by chance only where there are some', () => {
    const chance = 'By chance: the mean over all orders of the documents of each query.';
    expect(report().notes).toContain(chance);
    expect(report({ onEmptyQuery: 'nan' }).notes).not.toContain(chance);
    expect(report({ onEmptyQuery: 'nan', minRelevance: 2 }).notes).not.toContain(chance);
  });

  test.each([
    [{ topK: 0 }, 'option "topK": expected'],
    [{ worst: -1 }, 'option "worst": expected'],
    [{ target: undefined }, 'retrievalReport: expected options "preds" and "target", got only "preds"'],
    [{ preds: undefined, target: undefined }, 'expected options "preds" and "target", got neither'],
    [{ onEmptyQuery: 'drop' }, 'option "onEmptyQuery": expected'],
    [{ gain: 'cubic' }, 'option "gain": expected'],
    [{ queries: ['a'] }, `queries: expected the query of each of ${DOCUMENTS.length} documents, got 1`],
    [{ target: target.map(() => -1) }, 'target[0]: expected a finite number from 0 up, got -1'],
    [{ labels: [1] }, 'expected known options, got "labels"'],
  ])('rejects %j', (options, message) => {
    expect(() => report(options as Options)).toThrow(message);
  });
});

describe('the outputs', () => {
  test('text and Markdown have the scores, the distribution and the worst queries', () => {
    const text = String(report({ title: 'Search', topK: 5 }));
    expect(text).toMatch(
      /^Search\n═+\n40 queries, [\d,]+ documents\n\n[\d.]+ % of the queries have a relevant document/,
    );
    for (const part of ['nDCG at 5  ', 'R-precision', 'nDCG at 5 of queries', '0.9 … 1.0', 'Worst queries, 10 of 36'])
      expect(text).toContain(part);
    expect(report().toMarkdown()).toContain('| nDCG at 10 |');
  });

  test('a page shows the distribution as a chart, and labels with markup as text', async () => {
    const html = await retrievalReport({ preds, target, queries: queries.map((name) => `<b>${name}`) }).toHTML();
    expect(html).toContain('&lt;b&gt;query');
    expect(html).not.toContain('<b>query');
    expect(html.match(/<svg [^>]*role="img"/g)!.length).toBeGreaterThan(0);
  });

  test('the charts are those of scores and of the distribution', () => {
    const { vconcat } = report().toVegaLite() as { vconcat?: object[] };
    expect(vconcat).toHaveLength(2);
  });

  test('a snapshot restores the report', () => {
    for (const original of [report(), report({ onEmptyQuery: 'nan' }), retrievalReport({ preds: [], target: [] })]) {
      const restored = RetrievalReport.fromJSON(JSON.parse(JSON.stringify(original)));
      expect(restored).toEqual(original);
      expect(String(restored)).toBe(String(original));
    }
  });

  test.each([
    [{ kind: 'Report' }, 'expected "RetrievalReport"'],
    [{ distribution: [] }, 'distribution'],
    [{ scores: [{ name: 'accuracy', value: 1 }] }, 'scores: expected the name of a score, got "accuracy"'],
    [{ queries: -1 }, 'queries'],
  ])('a snapshot with %j is damaged', (part, message) => {
    const snapshot = { ...(JSON.parse(JSON.stringify(report())) as object), ...part };
    expect(() => RetrievalReport.fromJSON(snapshot)).toThrow(message);
  });
});

describe('queryInterval', () => {
  test('is nearly the interval of Wilson for many zeros and ones', () => {
    const values = Array.from({ length: 2000 }, (_, k) => Number(k < 300));
    const { lower, upper } = wilsonBounds(300, 2000);
    expect(queryInterval(values)!.lower).toBeCloseTo(lower, 4);
    expect(queryInterval(values)!.upper).toBeCloseTo(upper, 4);
  });

  test('is nearly the interval of Student for many values far from 0 and 1', () => {
    const values = Array.from({ length: 2000 }, (_, k) => 0.4 + 0.2 * ((k * 0.618) % 1));
    const mean = values.reduce((sum, value) => sum + value, 0) / 2000;
    const width = 1.96 * Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 1999 / 2000);
    expect(queryInterval(values)!.lower).toBeCloseTo(mean - width, 4);
    expect(queryInterval(values)!.upper).toBeCloseTo(mean + width, 4);
  });

  test('stays between 0 and 1, has a width for equal values, and contains the mean', () => {
    for (const values of [
      [0, 0, 0],
      [1, 1, 1, 1],
      [0.5, 0.5],
      [0, 1],
      [0.99, 1, 1, 1],
      [0.1, 0.2, 0.9],
    ]) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const { lower, upper } = queryInterval(values)!;
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(mean);
      expect(upper).toBeGreaterThanOrEqual(mean);
      expect(upper - lower).toBeGreaterThan(0.001);
    }
  });

  test('is not defined for one value or an undefined one', () => {
    for (const values of [[], [0.5], [0.5, NaN, 1]]) expect(queryInterval(values)).toBeUndefined();
  });
});
