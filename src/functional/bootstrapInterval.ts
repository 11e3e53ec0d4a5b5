import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { optionCheck } from '../inputs/optionCheck.ts';
import {
  bootstrapOptions,
  type BootstrapInterval,
  type BootstrapOptions,
  type CountedTable,
} from './bootstrap/bootstrapOptions.ts';
import { intervalOfDraws } from './bootstrap/intervalOfDraws.ts';
import { populationsOf } from './bootstrap/population.ts';
import { rangeOf } from './bootstrap/scoreRange.ts';
import { scoreDraw } from './bootstrap/scoreDraw.ts';

/** Options of {@link bootstrapInterval}. */
export interface BootstrapIntervalOptions extends BootstrapOptions {
  /**
   * Least and greatest value that the scores can have; intervals are limited to it. Default: the range of a
   * score that this package exports, for mutual information and variation of information given the number of
   * labels; unlimited for other functions.
   */
  readonly range?: readonly [least: number, greatest: number] | undefined;
}

const isRange = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && value[0] < value[1];

const bootstrapIntervalOptions = /* @__PURE__ */ defineOptions<BootstrapIntervalOptions>('bootstrapInterval', () => ({
  ...bootstrapOptions.checks(),
  range: optionCheck(isRange, 'two numbers, the least and the greatest value'),
}));

/**
 * Confidence interval of a score of a table, by the bootstrap: for the value of unlimited samples of the same
 * source.
 *
 * Tables are drawn from shares of the cells and scored (multinomial draws: no samples are needed, and 10^12
 * of them cost no more). Three methods make the interval of them:
 *
 * - `'testInversion'` (default): all values θ that a test at level 1 − confidence does not reject. For a
 *   ContingencyTable with score s, tables are drawn from up to nine populations, from independent labels
 *   through the estimated shares to stronger association. θ, the score of such a population, is in the
 *   interval if s − θ lies between the (1 ∓ confidence)/2 quantiles of s\* − θ, with s\* the scores of its
 *   draws; in between, the quantiles are interpolated. Bias, skewness and the dependence of the error on θ
 *   are accounted for, also at the ends of the range; the interval of a biased score may not contain s. For
 *   other tables, fewer than 120 draws, or more
 *   than 4096 pairs of labels of which fewer than a quarter occur, it is `'basic'`.
 * - `'basic'`: from s − (q₂\* − s∞) to s − (q₁\* − s∞), with q₁\* and q₂\* the quantiles of s\* and s∞ the
 *   score of the observed shares. Corrects the bias, but not how it depends on θ.
 * - `'percentile'`: from q₁\* to q₂\*. Corrects nothing.
 *
 * Draws with an undefined score (NaN, or a `MetricStateError`) are left out and counted.
 *
 * @param scores - a score of a table, or several under their names, which are computed from the same draws.
 * @param table - whole counts.
 * @returns the score with its interval, standard error and bias; NaN for those without samples. For several
 * scores, that of each under its name.
 * @throws {@link MetricInputError} if an option is invalid, a score is not a number, or a count is not a whole
 * number.
 * @throws {@link MetricStateError} if more than a tenth of the draws have an undefined score.
 * @see J. Carpenter, Journal of the Royal Statistical Society B 61 (1999) 159–172, for test inversion; A. C.
 * Davison and D. V. Hinkley, Bootstrap Methods and their Application, chapters 2 and 5, for the others.
 *
 * @example
 * ```ts
 * import { adjustedRandScore, bootstrapInterval, ContingencyTable, MultiwayTable, purityScore } from 'tfjs-metrics';
 *
 * const table = ContingencyTable.fromMatrix([[45, 5], [12, 38]]);
 * bootstrapInterval(adjustedRandScore, table); // { value: 0.43, lower: 0.2325, upper: 0.6403, standardError: 0.0964, bias: -0.0043, undefinedDraws: 0 }
 * const { purityScore: purity } = bootstrapInterval({ adjustedRandScore, purityScore }, table, { seed: 1 });
 * purity.standardError; // 0.0396
 *
 * // The difference of two clusterings of the same samples.
 * const both = MultiwayTable.of([[0, 0, 1, 1, 1], [0, 0, 0, 1, 1], ['a', 'a', 'a', 'b', 'b']]);
 * const gain = (drawn: MultiwayTable) => purityScore(drawn.pair(1, 2)) - purityScore(drawn.pair(0, 2));
 * bootstrapInterval(gain, both).value; // 0.2
 * ```
 */
export function bootstrapInterval<Table extends CountedTable<Table>>(
  scores: (table: Table) => number,
  table: Table,
  options?: BootstrapIntervalOptions,
): BootstrapInterval;
/** Computes the intervals of several scores from the same draws. */
export function bootstrapInterval<Table extends CountedTable<Table>, Name extends string>(
  scores: Readonly<Record<Name, (table: Table) => number>>,
  table: Table,
  options?: BootstrapIntervalOptions,
): Record<Name, BootstrapInterval>;
export function bootstrapInterval<Table extends CountedTable<Table>>(
  scores: ((table: Table) => number) | Readonly<Record<string, (table: Table) => number>>,
  table: Table,
  options?: BootstrapIntervalOptions,
): BootstrapInterval | Record<string, BootstrapInterval> {
  if (typeof scores === 'function') return intervals({ score: scores }, table, options)['score']!;
  return intervals(scores, table, options);
}

function intervals<Table extends CountedTable<Table>>(
  scores: Readonly<Record<string, (table: Table) => number>>,
  table: Table,
  options: BootstrapIntervalOptions | undefined,
): Record<string, BootstrapInterval> {
  const owner = 'bootstrapInterval';
  const {
    draws = 1000,
    seed = 0,
    confidence = 0.95,
    method = 'testInversion',
    range,
  } = bootstrapIntervalOptions(options);
  requireScores(scores);
  if (typeof table?.withCounts !== 'function') {
    throw new MetricInputError(`${owner}: expected a ContingencyTable or a MultiwayTable, got ${describeValue(table)}`);
  }
  const random = RandomSource.of(seed);
  const populations = populationsOf(table, random, { owner, draws, confidence, method });
  const all = Object.entries(scores).map(([name, score]) => {
    const drawn = populations.map(({ endless, draws: size }) => {
      return { truth: scoreDraw(owner, score, endless), scores: new Float64Array(size) };
    });
    return { name, score, drawn };
  });
  populations.forEach(({ draws: size, next }, p) => {
    for (let draw = 0; draw < size; draw++) {
      const likeIt = next();
      for (const { score, drawn } of all) drawn[p]!.scores[draw] = scoreDraw(owner, score, likeIt);
    }
  });
  return Object.fromEntries(
    all.map(({ name, score, drawn }) => {
      const limits = { owner, confidence, method, range: range ?? rangeOf(score, table) };
      return [name, intervalOfDraws(score(table), drawn, limits)];
    }),
  );
}

function requireScores(scores: unknown): void {
  const all: unknown[] = typeof scores === 'object' && scores !== null ? Object.values(scores) : [];
  if (all.length > 0 && all.every((score) => typeof score === 'function')) return;
  throw new MetricInputError(
    `bootstrapInterval: expected a function that scores a table, or several under their names, got ${describeValue(scores)}`,
  );
}
