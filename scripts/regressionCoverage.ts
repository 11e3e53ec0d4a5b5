// Simulates how often intervals of scores of regressions contain the true value. intervalCoverage.ts prints the tables.
import { regressionDifference, regressionInterval, type RegressionScoreName } from 'tfjs-metrics';
import { alignedTable } from '../bench/alignedTable.ts';
import { RandomSource } from '../src/numeric/random/randomSource.ts';
import { normalQuantile } from '../src/numeric/special/normalQuantile.ts';

const SCORES: readonly RegressionScoreName[] = [
  'meanResidual',
  'meanAbsoluteError',
  'rootMeanSquaredError',
  'r2Score',
  'pearsonCorrCoef',
  'spearmanCorrCoef',
];

function normal(random: RandomSource): number {
  return normalQuantile(random.uniform() + 2 ** -54);
}

/** A distribution of residuals with variance 1 on average, for a prediction that is standard normal. */
interface Residuals {
  readonly name: string;
  readonly draw: (random: RandomSource, prediction: number) => number;
}

const RESIDUALS: readonly Residuals[] = [
  { name: 'normal', draw: (random) => normal(random) },
  {
    name: 'Laplace',
    draw: (random) => (Math.log(1 - random.uniform()) / Math.SQRT2) * (random.uniform() < 0.5 ? 1 : -1),
  },
  { name: 'spread grows', draw: (random, prediction) => normal(random) * Math.exp((prediction - 0.5) / 2) },
];

/** Standard deviations of the residuals, for an R² of 0.9 and 0.3. */
const NOISES = [1 / 3, Math.sqrt(7 / 3)];

/** Number of samples from which the true values are computed. */
const MANY = 300_000;

interface CoverageOptions {
  readonly sizes: readonly number[];
  readonly repetitions: number;
  /** Number of samples for the true values. Default: 300,000. */
  readonly many?: number;
}

/**
 * Formats the percentage of `regressionInterval` that contain the true value, by score, distribution of the residuals
 * and size; in parentheses, that of intervals of `regressionDifference` between two equally good models that contain 0.
 */
export function regressionCoverageTable({ sizes, repetitions, many = MANY }: CoverageOptions): string {
  const random = RandomSource.of(5);
  const hits = SCORES.map(() => RESIDUALS.map(() => sizes.map(() => [0, 0] as [number, number])));
  const share = 1 / repetitions / NOISES.length;
  RESIDUALS.forEach((residuals, row) => {
    for (const noise of NOISES) {
      const population = samplesOf(random, many, residuals, noise);
      const truths = SCORES.map((score) => regressionInterval(population.preds, population.target, { score }).value);
      // Residuals have mean 0.
      truths[0] = 0;
      sizes.forEach((size, column) => {
        for (let repetition = 0; repetition < repetitions; repetition++) {
          const { preds, target } = samplesOf(random, size, residuals, noise);
          const [first, second] = [0, 1].map(() => preds.map((value) => value + (noise / 2) * normal(random)));
          SCORES.forEach((score, k) => {
            const { lower, upper } = regressionInterval(preds, target, { score });
            const cell = hits[k]![row]![column]!;
            if (lower <= truths[k]! && truths[k]! <= upper) cell[0] += share;
            const difference = regressionDifference(first!, second!, target, { score });
            if (difference.lower <= 0 && 0 <= difference.upper) cell[1] += share;
          });
        }
      });
    }
  });
  const percent = (part: number): string => (100 * part).toFixed(1);
  const rows = SCORES.flatMap((score, k) =>
    RESIDUALS.map(({ name }, row) => [
      `\`${score}\``,
      name,
      ...hits[k]![row]!.map(([own, paired]) => `${percent(own)} (${percent(paired)})`),
    ]),
  );
  return alignedTable(['score', 'residuals', ...sizes.map((n) => `n = ${n}`)], rows, (column) => column > 1);
}

function samplesOf(random: RandomSource, n: number, { draw }: Residuals, noise: number) {
  const preds = Float64Array.from({ length: n }, () => normal(random));
  return { preds, target: preds.map((value) => value + noise * draw(random, value)) };
}
