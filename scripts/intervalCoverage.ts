// Simulates how often 95 % intervals of bootstrapInterval contain the true score, for eight distributions: npm run
// simulate:coverage prints the tables of docs/how-scores-behave.md. It takes some minutes.
import {
  adjustedRandScore,
  bCubedScore,
  bootstrapInterval,
  clusterAccuracy,
  ContingencyTable,
  cramersV,
  mutualInfoScore,
  normalizedMutualInfoScore,
  purityScore,
  variationOfInformation,
  type BootstrapMethod,
} from 'tfjs-metrics';
import { alignedTable } from '../bench/alignedTable.ts';
import { AliasTable } from '../src/numeric/random/resampleCounts.ts';
import { RandomSource } from '../src/numeric/random/randomSource.ts';
import {
  averagePrecisionCoverageTable,
  delongCoverageTable,
  delongTestTable,
  probabilityCoverageTable,
  wilsonCoverageTable,
} from './classifierCoverage.ts';
import { regressionCoverageTable } from './regressionCoverage.ts';
import { rankingCoverageTable } from './rankingCoverage.ts';

const SCORES: Readonly<Record<string, (table: ContingencyTable) => number>> = {
  mutualInfoScore,
  normalizedMutualInfoScore,
  adjustedRandScore,
  purityScore,
  clusterAccuracy,
  bCubedScore,
  variationOfInformation,
  cramersV,
};

/**
 * Simulated distribution: the class and cluster probabilities, and the probability that the cluster copies the
 * class.
 */
interface Truth {
  readonly name: string;
  readonly classes: readonly number[];
  readonly clusters: readonly number[];
  readonly copied: number;
}

/** Size of a simulation. */
interface SimulationOptions {
  readonly sizes: readonly number[];
  readonly repetitions: number;
  readonly draws: number;
  readonly methods: readonly BootstrapMethod[];
  readonly truths: readonly Truth[];
}

const equal = (labels: number): number[] => Array.from({ length: labels }, () => 1 / labels);
const unequal = [0.6, 0.3, 0.1];

/** Distributions in the guide. */
export const truths: readonly Truth[] = [
  { name: '2 × 2 independent', classes: equal(2), clusters: equal(2), copied: 0 },
  { name: '3 × 3 independent', classes: equal(3), clusters: equal(3), copied: 0 },
  { name: '3 × 3, 30 % copied', classes: equal(3), clusters: equal(3), copied: 0.3 },
  { name: '3 × 3, 50 % copied', classes: equal(3), clusters: equal(3), copied: 0.5 },
  { name: '3 × 3 unequal, 70 % copied', classes: unequal, clusters: unequal, copied: 0.7 },
  { name: '3 × 3, 90 % copied', classes: equal(3), clusters: equal(3), copied: 0.9 },
  { name: '5 × 8, 50 % copied', classes: equal(5), clusters: equal(8), copied: 0.5 },
  { name: '10 × 10, 70 % copied', classes: equal(10), clusters: equal(10), copied: 0.7 },
];

/**
 * Returns the fraction of intervals that contain the true score, by method, number of samples, score and
 * distribution.
 */
export function simulateCoverage(
  options: SimulationOptions,
): Map<BootstrapMethod, Map<number, Record<string, number[]>>> {
  const { sizes, methods } = options;
  return new Map(
    methods.map((method) => [method, new Map(sizes.map((size) => [size, coverageOf(method, size, options)]))]),
  );
}

function coverageOf(
  method: BootstrapMethod,
  size: number,
  { truths: of, repetitions, draws }: SimulationOptions,
): Record<string, number[]> {
  const names = Object.keys(SCORES);
  const shares = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (const truth of of) {
    const joint = truth.classes.map((p, i) =>
      truth.clusters.map((q, j) => p * ((i === j ? truth.copied : 0) + (1 - truth.copied) * q)),
    );
    const population = ContingencyTable.fromMatrix(joint.map((row) => row.map((share) => Math.round(share * 1e12))));
    const cells = new AliasTable(joint.flat());
    const random = RandomSource.of(size);
    const hits = Object.fromEntries(names.map((name) => [name, 0]));
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const counts = new Float64Array(joint.length * truth.clusters.length);
      for (let i = 0; i < size; i++) counts[cells.draw(random)]!++;
      const table = population.withCounts(counts);
      const intervals = bootstrapInterval(SCORES, table, { method, draws, seed: repetition });
      for (const name of names) {
        const { lower, upper } = intervals[name]!;
        const exact = SCORES[name]!(population);
        // Tolerates the rounding of the population to 10^12 samples.
        if (lower <= exact + 1e-9 && exact <= upper + 1e-9) hits[name]!++;
      }
    }
    for (const name of names) shares[name]!.push(hits[name]! / repetitions);
  }
  return shares;
}

/** Formats the mean and, in parentheses, the minimum over the distributions, in percent. */
export function coverageTable(options: SimulationOptions): string {
  const coverage = simulateCoverage(options);
  const printed = (shares: readonly number[]): string => {
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    return `${(100 * mean).toFixed(0)} (${(100 * Math.min(...shares)).toFixed(0)})`;
  };
  const rows = Object.keys(SCORES).flatMap((name) =>
    options.methods.map((method) => [
      `\`${name}\``,
      `\`${method}\``,
      ...options.sizes.map((size) => printed(coverage.get(method)!.get(size)![name]!)),
    ]),
  );
  const heads = options.sizes.map((size) => `n = ${size}`);
  return alignedTable(['score', 'method', ...heads], rows, (column) => column > 1);
}

if (process.argv[1]?.endsWith('intervalCoverage.ts')) {
  console.log(
    coverageTable({
      sizes: [30, 60, 100, 300, 1000],
      repetitions: Number(process.argv[2] ?? 200),
      draws: Number(process.argv[3] ?? 600),
      methods: ['basic', 'testInversion'],
      truths,
    }),
  );
  console.log(`\n${delongCoverageTable(2000)}`);
  console.log(`\n${averagePrecisionCoverageTable(2000)}`);
  console.log(`\n${probabilityCoverageTable({ sizes: [50, 100, 300, 1000], repetitions: 400 })}`);
  console.log(`\n${wilsonCoverageTable([10, 30, 100])}`);
  console.log(`\n${delongTestTable(5000)}`);
  console.log(`\n${regressionCoverageTable({ sizes: [20, 50, 100, 300, 1000], repetitions: 1000 })}`);
  console.log(`\n${rankingCoverageTable({ sizes: [10, 30, 100, 300], repetitions: 2000 })}`);
}
