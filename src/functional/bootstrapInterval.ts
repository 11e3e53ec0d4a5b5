import { readClassLabels, type ClassPredictions, type ClassTargets } from '../inputs/classification/readClassLabels.ts';
import { isPlainObject } from '../inputs/isPlainObject.ts';
import { inputError } from '../inputs/metricInputError.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { CLASS_READING_OPTIONS, type ClassReadingOptions } from '../inputs/options/classReadingOptions.ts';
import { withoutOptions } from '../inputs/options/withoutOptions.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { optionCheck } from '../inputs/options/optionCheck.ts';
import {
  bootstrapOptions,
  type BootstrapInterval,
  type BootstrapOptions,
  type CountedTable,
} from './bootstrap/bootstrapOptions.ts';
import { intervalOfDraws } from './bootstrap/intervalOfDraws.ts';
import { populationsOf } from './bootstrap/population.ts';
import { rangeOf } from './scoreRange.ts';
import { scoreDraw } from './bootstrap/scoreDraw.ts';

/** Options for {@link bootstrapInterval}. */
export interface BootstrapIntervalOptions extends BootstrapOptions {
  /**
   * Smallest and largest possible value of the scores, to which intervals are clipped. Default: the known range for
   * scores of this package, and no limits for other functions. The range of mutual information and of variation of
   * information depends on the number of labels in the table.
   */
  readonly range?: readonly [least: number, greatest: number] | undefined;
  /**
   * Options of the scores, such as `{ average: 'macro' }`, which are passed to each score as its second argument.
   * Default: none.
   */
  readonly scoreOptions?: object | undefined;
}

/** Function that computes a score of a table. It must return a number, so `average: 'none'` is invalid. */
export type BootstrappedScore<Table> = (table: Table, options?: never) => number | Readonly<Record<string, number>>;

const isRange = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && value[0] < value[1];

const bootstrapIntervalOptions = /* @__PURE__ */ defineOptions<BootstrapIntervalOptions>('bootstrapInterval', () => ({
  ...bootstrapOptions.checks(),
  range: optionCheck(isRange, 'two numbers, the smallest and the largest value'),
  scoreOptions: optionCheck(isPlainObject, 'an object of options of the score'),
}));

/**
 * Bootstrap confidence interval of a score of a table of counts. It estimates the value that the score would have for
 * the whole population.
 *
 * Random tables are drawn from the multinomial distribution of the cells, and their scores computed. This needs only
 * the counts, and its cost does not depend on the number of samples. Let s be the score of the given table, s\* the
 * scores of the drawn tables, and q₁\* and q₂\* the (1 − `confidence`)/2 and (1 + `confidence`)/2 quantiles of s\*. The
 * interval is computed by one of three methods:
 *
 * - `'testInversion'` (default): all values θ of the score that a test at level 1 − `confidence` does not reject.
 *   Tables are drawn from up to nine populations: from independent labels through the observed relative frequencies to
 *   stronger association. A population with score θ is not rejected if s is between the (1 − `confidence`)/2 and (1 +
 *   `confidence`)/2 quantiles of the scores of tables drawn from it. Quantiles are interpolated between populations.
 *   This method accounts for bias, skewness and errors that depend on θ, also at the ends of the range. The interval of
 *   a biased score may not contain s. The method is `'basic'` instead for tables other than a `ContingencyTable`, for
 *   fewer than 120 draws, and for more than 4096 pairs of labels of which fewer than a quarter occur.
 * - `'basic'`: from s − (q₂\* − s∞) to s − (q₁\* − s∞), with s∞ the score of a population with the observed relative
 *   frequencies. This method corrects the bias, but not its dependence on the score.
 * - `'percentile'`: from q₁\* to q₂\*, without corrections.
 *
 * Draws with an undefined score (NaN, or a `MetricStateError`) are ignored; `undefinedDraws` is their number.
 *
 * @param scores - function that computes a score of a table, or an object of several such functions, which are applied
 * to the same drawn tables.
 * @param table - `ContingencyTable` or `MultiwayTable` with whole counts. Instead of a table, pass predictions (`[N]`,
 * or class scores `[N, K]`) and target (`[N]`) as two arguments; `scoreOptions` also determines how they are read.
 * @returns the score with its interval, standard error and bias, which are NaN if there are no samples; for several
 * scores, an object with one result per name.
 * @throws {@link MetricInputError} if an option is invalid, a score is not a number, or a count is not a whole
 * number.
 * @throws {@link MetricStateError} if more than a tenth of the draws have an undefined score.
 * @see J. Carpenter, Journal of the Royal Statistical Society B 61 (1999) 159–172, for test inversion; A. C. Davison
 * and D. V. Hinkley, Bootstrap Methods and their Application, chapters 2 and 5, for the others.
 *
 * @example
 * ```ts
 * import {
 *   adjustedRandScore,
 *   bootstrapInterval,
 *   ContingencyTable,
 *   f1Score,
 *   MultiwayTable,
 *   purityScore,
 * } from 'tfjs-metrics';
 *
 * const table = ContingencyTable.fromMatrix([
 *   [45, 5],
 *   [12, 38],
 * ]);
 * bootstrapInterval(adjustedRandScore, table);
 * // => { value: 0.43, lower: 0.2325, upper: 0.6403, standardError: 0.0964,
 * //   bias: -0.0043, undefinedDraws: 0 }
 * const { purityScore: purity } = bootstrapInterval(
 *   { adjustedRandScore, purityScore },
 *   table,
 *   { seed: 1 },
 * );
 * purity.standardError; // 0.0396
 *
 * // A score with options, of predictions and true classes.
 * const scoreOptions = { average: 'macro' };
 * const f1 = bootstrapInterval(f1Score, [0, 1, 2], [0, 1, 1], { scoreOptions });
 * f1.value; // 0.5556
 *
 * // The difference between two clusterings of the same samples.
 * const both = MultiwayTable.of([
 *   [0, 0, 1, 1, 1],
 *   [0, 0, 0, 1, 1],
 *   ['a', 'a', 'a', 'b', 'b'],
 * ]);
 * const gain = (drawn: MultiwayTable) =>
 *   purityScore(drawn.pair(1, 2)) - purityScore(drawn.pair(0, 2));
 * bootstrapInterval(gain, both).value; // 0.2
 * ```
 */
export function bootstrapInterval<Table extends CountedTable<Table>>(
  scores: BootstrappedScore<Table>,
  table: Table,
  options?: BootstrapIntervalOptions,
): BootstrapInterval;
/** Computes the intervals of several scores from the same draws. */
export function bootstrapInterval<Table extends CountedTable<Table>, Name extends string>(
  scores: Readonly<Record<Name, BootstrappedScore<Table>>>,
  table: Table,
  options?: BootstrapIntervalOptions,
): Record<Name, BootstrapInterval>;
/** Counts predictions and true classes first. */
export function bootstrapInterval(
  scores: BootstrappedScore<ContingencyTable>,
  preds: ClassPredictions,
  target: ClassTargets,
  options?: BootstrapIntervalOptions,
): BootstrapInterval;
/** Counts predictions and true classes first, and computes the intervals of several scores from the same draws. */
export function bootstrapInterval<Name extends string>(
  scores: Readonly<Record<Name, BootstrappedScore<ContingencyTable>>>,
  preds: ClassPredictions,
  target: ClassTargets,
  options?: BootstrapIntervalOptions,
): Record<Name, BootstrapInterval>;
export function bootstrapInterval<Table extends CountedTable<Table>>(
  scores: BootstrappedScore<Table> | Readonly<Record<string, BootstrappedScore<Table>>>,
  first: Table | ClassPredictions,
  second?: BootstrapIntervalOptions | ClassTargets,
  third?: BootstrapIntervalOptions,
): BootstrapInterval | Record<string, BootstrapInterval> {
  const isTable = second === undefined || (isPlainObject(second) && !('data' in second));
  const given = bootstrapIntervalOptions(isTable ? second : third);
  requireScores(typeof scores === 'function' ? { scores } : scores);
  const table = isTable ? first : countLabels(first, second, given.scoreOptions);
  const options = isTable
    ? given
    : { ...given, scoreOptions: withoutOptions(given.scoreOptions ?? {}, CLASS_READING_OPTIONS) };
  if (typeof scores === 'function') return intervals({ score: scores }, table as Table, options)['score']!;
  return intervals(scores, table as Table, options);
}

function countLabels(preds: unknown, target: unknown, scoreOptions: ClassReadingOptions = {}): ContingencyTable {
  const { labels, positiveLabel, threshold, fromLogits, topK, ignoreLabel } = scoreOptions;
  const reading = { labels, positiveLabel, threshold, fromLogits, topK, ignoreLabel };
  const counted = readClassLabels(preds, target, reading);
  return ContingencyTable.of(counted.preds, counted.target);
}

function intervals<Table extends CountedTable<Table>>(
  scores: Readonly<Record<string, BootstrappedScore<Table>>>,
  table: Table,
  options: BootstrapIntervalOptions,
): Record<string, BootstrapInterval> {
  const owner = 'bootstrapInterval';
  const { draws = 1000, seed = 0, confidence = 0.95, method = 'testInversion', range, scoreOptions } = options;
  if (typeof table?.withCounts !== 'function') {
    throw inputError(owner, 'a ContingencyTable or a MultiwayTable', table);
  }
  const random = RandomSource.of(seed);
  const populations = populationsOf(table, random, { owner, draws, confidence, method });
  const all = Object.entries(scores).map(([name, of]) => {
    const score = (drawn: Table): number => of(drawn, scoreOptions as never) as number;
    const drawn = populations.map(({ asymptotic, draws: size }) => {
      return { truth: scoreDraw(owner, score, asymptotic), scores: new Float64Array(size) };
    });
    return { name, of, score, drawn };
  });
  populations.forEach(({ draws: size, next }, p) => {
    for (let draw = 0; draw < size; draw++) {
      const likeIt = next();
      for (const { score, drawn } of all) drawn[p]!.scores[draw] = scoreDraw(owner, score, likeIt);
    }
  });
  return Object.fromEntries(
    all.map(({ name, of, score, drawn }) => {
      const limits = { owner, confidence, method, range: range ?? rangeOf(of, table) };
      return [name, intervalOfDraws(score(table), drawn, limits)];
    }),
  );
}

function requireScores(scores: unknown): void {
  const all: unknown[] = typeof scores === 'object' && scores !== null ? Object.values(scores) : [];
  if (all.length > 0 && all.every((score) => typeof score === 'function')) return;
  throw inputError('bootstrapInterval', 'a score function or an object of score functions', scores);
}
