import { Accuracy } from '../classification/confusion/accuracy.ts';
import { F1Score } from '../classification/confusion/f1Score.ts';
import { MatthewsCorrCoef } from '../classification/confusion/matthewsCorrCoef.ts';
import type { BootstrapInterval, CountedTable } from '../functional/bootstrap/bootstrapOptions.ts';
import { bootstrapInterval } from '../functional/bootstrapInterval.ts';
import { declareRange } from '../functional/scoreRange.ts';
import { countOf } from '../inputs/countOf.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { wilsonBounds } from '../numeric/special/wilsonBounds.ts';
import { affordableDraws } from '../report/scores/affordableDraws.ts';
import { tableScoreClasses } from '../report/clustering/scoreTableCells.ts';
import { scoreName } from '../report/scores/describeScore.ts';
import type { TableMetric } from '../report/scores/tableIntervals.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import type { MultiwayTable } from '../state/tables/multiwayTable.ts';
import { badData, badUsage } from './commandError.ts';
import { chosenScores } from './chosenScores.ts';
import { compareRegressions } from './compareRegressions.ts';
import { confidenceText, describeComparison, pairsOf, type ComparedDifference } from './describeComparison.ts';
import type { CommandStreams } from './commandStreams.ts';
import { expandColumns } from './files/expandColumns.ts';
import type { TableFile } from './files/tableFile.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { asLabels, ofOneKind, readLabels } from './files/readLabels.ts';
import { printable } from './printable.ts';

/** Options for `tfjs-metrics compare`. */
interface CompareOptions extends ReadOptions {
  readonly target: string;
  readonly preds: readonly string[];
  /** True if the columns are predicted classes, not clusters. */
  readonly classifiers: boolean;
  /** True if the columns are predicted numbers. */
  readonly regressions: boolean;
  /** Names of scores, or `'all'`. Default: the scores that suit most comparisons. */
  readonly scores?: readonly string[] | 'all' | undefined;
  readonly ignoreLabel?: readonly string[] | undefined;
  readonly dropMissing: boolean;
  readonly draws?: number | undefined;
  readonly confidence: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
}

interface ComparedScore {
  readonly of: (table: ContingencyTable) => number;
  readonly range: readonly [least: number, greatest: number];
  /** True if the score is a share of the samples. */
  readonly isShare?: true;
}

type ComparedScores = Readonly<Record<string, ComparedScore>>;

const CLUSTER_SCORES: ComparedScores = Object.fromEntries(
  tableScoreClasses().map((Score) => [scoreName(Score), { of: scoring(new Score()), range: Score.range }]),
);

/** Scores of clusterings that are compared by default. */
const DEFAULT_CLUSTER_SCORES = [
  'adjustedMutualInfoScore',
  'adjustedRandScore',
  'normalizedMutualInfoScore',
  'vMeasureScore',
  'clusterAccuracy',
];

const CLASS_SCORES: ComparedScores = {
  accuracy: { of: scoring(new Accuracy()), range: Accuracy.range, isShare: true },
  balancedAccuracy: { of: scoring(new Accuracy({ average: 'macro' })), range: Accuracy.range },
  macroF1Score: { of: scoring(new F1Score({ average: 'macro' })), range: F1Score.range },
  matthewsCorrCoef: { of: scoring(new MatthewsCorrCoef()), range: MatthewsCorrCoef.range },
};

/**
 * Returns a function that computes the metric, or NaN if it is undefined for a table, as accuracy with too many
 * labels.
 */
function scoring(metric: Pick<TableMetric, 'computeFrom'>): ComparedScore['of'] {
  return (table) => {
    try {
      return metric.computeFrom(table);
    } catch (error) {
      if (error instanceof MetricInputError) return NaN;
      throw error;
    }
  };
}

/** Runs `tfjs-metrics compare`: compares clusterings of the same samples. */
export async function compareCommand(path: string, options: CompareOptions, streams: CommandStreams): Promise<string> {
  if (options.regressions) return compareRegressions(path, options, streams);
  const { target, ignoreLabel, format, classifiers } = options;
  const what = classifiers ? 'classifiers' : 'clusterings';
  const compared = comparedScores(options);
  const { preds, table } = await withTable(path, options, streams, (file) => readPreds(file, options));
  const ignored = asLabels(ignoreLabel);
  const tableOf: TableOf = (all, j) => all.pair(j, preds.length).without(ignored);
  const clusterings = preds.map((name, j) => ({ preds: name, samples: tableOf(table, j).n }));
  const empty = clusterings.find(({ samples }) => samples === 0);
  if (empty)
    throw badData(
      `compare: column "${printable(empty.preds)}": expected at least one row without ignored labels, got none`,
    );
  if (classifiers) requireClasses(table, preds, tableOf);
  const draws = options.draws ?? affordableDraws(table.cells.count.length);
  const { confidence, seed } = options;
  const settings = { confidence, seed, draws };
  const ofColumns = preds.map((_, j) => scoreIntervals(tableOf(table, j), compared, settings));
  const scores = Object.keys(compared).map((score) => ({
    score,
    values: preds.map((name, j) => ({ preds: name, ...ofColumns[j]![score]! })),
  }));
  const ofPairs = differenceIntervals(table, tableOf, compared, { ...settings, preds });
  const differences = Object.keys(compared).flatMap((score) =>
    pairsOf(preds).map(([first, second]): ComparedDifference => ({
      score,
      preds: first,
      minus: second,
      difference: ofPairs[keyOf(score, first, second)]!,
    })),
  );
  if (format === 'json') {
    return JSON.stringify({ target, samples: table.n, confidence, [what]: clusterings, scores, differences }, null, 2);
  }
  const percent = confidenceText(confidence);
  return describeComparison({
    heading: `${countOf(table.n, 'row')} against ${printable(target)}; ${draws > 0 ? `${percent} intervals from ${countOf(draws, 'draw')}` : 'intervals omitted because the table is large; set --draws to compute them'}`,
    what,
    models: clusterings,
    scores,
    differences,
    detail: draws > 0 ? 'from paired draws' : undefined,
  });
}

/** Counts the labels of the compared columns, and of the target as the last column. */
async function readPreds(
  file: TableFile,
  { preds: listed, target, dropMissing, classifiers }: CompareOptions,
): Promise<{ readonly preds: readonly string[]; readonly table: MultiwayTable }> {
  const preds = expandColumns(file, '--preds', listed, [target]);
  if (preds.length < 2)
    throw badUsage(
      `compare: expected at least two columns of ${classifiers ? 'classes' : 'clusters'} in --preds, got ${preds.length}; write --preds A,B`,
    );
  const labels = await readLabels(file, [...preds, target], dropMissing);
  return { preds, table: classifiers ? ofOneKind(labels) : labels };
}

/** @throws {@link CommandError} if a score is unknown. */
function comparedScores({ classifiers, scores }: CompareOptions): ComparedScores {
  const known = classifiers ? CLASS_SCORES : CLUSTER_SCORES;
  const defaults = classifiers ? Object.keys(CLASS_SCORES) : DEFAULT_CLUSTER_SCORES;
  return Object.fromEntries(chosenScores(known, defaults, scores).map((name) => [name, known[name]!]));
}

/** @throws {@link CommandError} if a column has none of the true classes, as for a column of numbers or of clusters. */
function requireClasses(table: MultiwayTable, preds: readonly string[], tableOf: TableOf): void {
  preds.forEach((name, j) => {
    const { predLabels, targetLabels } = tableOf(table, j);
    const classes = new Set(targetLabels);
    if (predLabels.some((label) => classes.has(label))) return;
    throw badData(
      `compare: column "${printable(name)}": expected classes of the target, got none of them; leave out --classifiers for clusters`,
    );
  });
}

/** Returns the contingency table of a clustering and the classes, without rows with ignored labels. */
type TableOf = (table: MultiwayTable, clustering: number) => ContingencyTable;

type Settings = Pick<CompareOptions, 'confidence' | 'seed'> & { readonly draws: number };

/** Returns the scores of one column with their intervals, by the methods of the reports. */
function scoreIntervals(
  table: ContingencyTable,
  compared: ComparedScores,
  settings: Settings,
): Record<string, BootstrapInterval> {
  const estimates = Object.entries(compared).map(
    ([name, { of, range }]) => [name, declareRange((drawn: ContingencyTable) => of(drawn), range)] as const,
  );
  const intervals = bootstrapped(Object.fromEntries(estimates), table, settings);
  for (const [name, { isShare }] of Object.entries(compared)) {
    const { value } = intervals[name]!;
    if (isShare && settings.draws > 0) {
      const bounds = wilsonBounds(value * table.n, table.n, settings.confidence);
      intervals[name] = { ...intervals[name]!, ...bounds };
    }
  }
  return intervals;
}

/** Returns the differences between columns with their intervals, from draws of the rows of all columns. */
function differenceIntervals(
  table: MultiwayTable,
  tableOf: TableOf,
  compared: ComparedScores,
  { preds, ...settings }: Settings & { readonly preds: readonly string[] },
): Record<string, BootstrapInterval> {
  const known = new WeakMap<MultiwayTable, Map<string, number>>();
  // Caches the scores of each draw, because several differences use them.
  const scoresOf = (drawn: MultiwayTable): Map<string, number> => {
    const values = known.get(drawn) ?? new Map<string, number>();
    if (values.size > 0) return values;
    preds.forEach((name, j) => {
      const pair = tableOf(drawn, j);
      for (const [score, { of }] of Object.entries(compared)) values.set(keyOf(score, name), of(pair));
    });
    known.set(drawn, values);
    return values;
  };
  const estimates = Object.keys(compared).flatMap((score) =>
    pairsOf(preds).map(([first, second]) => {
      const difference = (t: MultiwayTable): number =>
        scoresOf(t).get(keyOf(score, first))! - scoresOf(t).get(keyOf(score, second))!;
      return [keyOf(score, first, second), difference] as const;
    }),
  );
  return bootstrapped(Object.fromEntries(estimates), table, settings);
}

/** Returns intervals from bootstrap draws; NaN for their limits without draws. */
function bootstrapped<Table extends CountedTable<Table>>(
  estimates: Readonly<Record<string, (table: Table) => number>>,
  table: Table,
  settings: Settings,
): Record<string, BootstrapInterval> {
  if (settings.draws > 0) return bootstrapInterval(estimates, table, settings);
  const unknown = { lower: NaN, upper: NaN, standardError: NaN, bias: NaN, undefinedDraws: 0 };
  return Object.fromEntries(
    Object.entries(estimates).map(([name, score]) => [name, { value: score(table), ...unknown }]),
  );
}

/** Key of a score of one column, or of its difference between two; names may contain any characters. */
function keyOf(score: string, ...names: readonly string[]): string {
  return JSON.stringify([score, ...names]);
}
