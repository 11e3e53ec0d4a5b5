import { describe, expect, test } from '@jest/globals';
import { ndcg } from 'tfjs-metrics';
import { retrievalReport, RetrievalReport, type RetrievalReportOptions } from 'tfjs-metrics/report';

type Options = Omit<RetrievalReportOptions, 'preds' | 'target'>;

/** Report on queries with these scores and grades, one in each row. */
const ofRows = (rows: readonly number[][], grades: readonly number[][], options: Options): RetrievalReport =>
  retrievalReport({ preds: rows, target: grades, ...options });

describe('a report on grades below minRelevance', () => {
  /** Queries with grades 0 to 3; the first has no grade of 3, and the last has none above 0. */
  const [rows, grades] = [
    [
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
    ],
    [
      [0, 2, 1],
      [3, 0, 1],
      [0, 0, 0],
    ],
  ];

  test('nDCG is the only score if no document is relevant', () => {
    const graded = ofRows(rows.slice(0, 2), grades.slice(0, 2), { minRelevance: 4 });
    const value = ndcg(rows.slice(0, 2), grades.slice(0, 2), { topK: 10 });
    expect(graded.scores.map((score) => [score.name, score.value])).toEqual([['ndcg', value]]);
    expect(graded.warnings.slice(0, 2)).toEqual([
      'No document is relevant, so the only score is nDCG, which uses all grades; check target and minRelevance.',
      'Only 2 queries have grades above 0, so nDCG is uncertain.',
    ]);
    expect(graded.notes.join()).not.toContain('not include');
  });

  test('the distribution and the worst queries have all queries with an nDCG', () => {
    const own = ofRows(rows, grades, { minRelevance: 3 });
    expect(own.emptyQueries).toBe(2);
    expect(own.distribution.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(own.worstQueries.map(({ query, relevant }) => [query, relevant])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(own.worstQueries[0]!.averagePrecision).toBeUndefined();
    expect(String(own)).toMatch(/\n0 +3 +0 +0\.\d\d +– +–\n1 +3 +1 +0\.\d\d +1\.00 +1\.00\n/);
    expect(RetrievalReport.fromJSON(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });

  test('notes name the number of queries outside the distribution', () => {
    const tables = 'The distribution of nDCG and the worst queries do not include';
    const [zero, skip] = [
      ofRows(rows, grades, { minRelevance: 3 }),
      ofRows(rows, grades, { minRelevance: 3, onEmptyQuery: 'skip' }),
    ];
    expect(zero.notes).toContain(`${tables} 1 query without a grade above 0, which the mean nDCG counts as 0.`);
    expect(skip.notes).toContain(`${tables} 1 query without a grade above 0.`);
  });

  test('warnings name the scores that a query without relevant documents changes', () => {
    const warningOf = (options: Options, last = 3): string | undefined =>
      ofRows(rows.slice(0, last), grades.slice(0, last), { minRelevance: 3, ...options }).warnings[0];
    expect(warningOf({ onEmptyQuery: 'nan' })).toMatch(/; the scores are not defined\.$/);
    expect(warningOf({ onEmptyQuery: 'nan' }, 2)).toMatch(/; the scores other than nDCG are not defined\.$/);
    expect(() => warningOf({ onEmptyQuery: 'throw' }, 2)).toThrow(
      'expected a relevant document in query 0 for meanAveragePrecision, got none',
    );
  });
});
