import { expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import * as classification from 'tfjs-metrics/classification';
import * as nominal from 'tfjs-metrics/nominal';
import { ContingencyTable, Metric } from 'tfjs-metrics';
import { rangeOf, type ScoreRange } from '../../src/functional/scoreRange.ts';

type Score = (table: ContingencyTable) => number;

/** Tables with different numbers of labels, on which some ranges depend. */
const tables = [
  ContingencyTable.of([0, 1, 2, 0], [0, 1, 1, 0]),
  ContingencyTable.of([0, 1, 2, 3, 4, 0], [0, 1, 2, 3, 4, 5]),
];

const all = { ...lib, ...classification, ...nominal } as unknown as Record<string, unknown>;
const scores = Object.entries(all).flatMap(([name, metricClass]): [string, ScoreRange, Score][] => {
  const score = all[name.charAt(0).toLowerCase() + name.slice(1)] as Score | undefined;
  const { prototype, range } = metricClass as { prototype?: unknown; range?: ScoreRange };
  if (!(prototype instanceof Metric) || score === undefined || range === undefined) return [];
  return rangeOf(score, tables[0]!).some(Number.isFinite) ? [[name, range, score]] : [];
});

test('there are functions with a declared range', () => {
  expect(scores.length).toBeGreaterThan(30);
});

test.each(scores)('%s has the range of its function', (_, range, score) => {
  const [of, ofMore] = tables.map((table) => rangeOf(score, table)) as [ScoreRange, ScoreRange];
  const isFixed = of.join() === ofMore.join();
  if (isFixed) expect(of).toEqual(range);
  // The range for a table is a part of the range for all tables.
  for (const [least, greatest] of [of, ofMore]) {
    expect(least).toBeGreaterThanOrEqual(range[0]);
    expect(greatest).toBeLessThanOrEqual(range[1]);
  }
});
