// Simulates how often the intervals of a report on rankings contain the true score. intervalCoverage.ts prints the table.
import { alignedTable } from '../bench/alignedTable.ts';
import { forEachQuery } from '../src/functional/retrieval/meanOfQueries.ts';
import { meanAndVariance } from '../src/numeric/meanAndVariance.ts';
import { RandomSource } from '../src/numeric/random/randomSource.ts';
import { normalQuantile } from '../src/numeric/special/normalQuantile.ts';
import { studentQuantile } from '../src/numeric/special/studentQuantile.ts';
import { queryInterval } from '../src/report/retrieval/queryInterval.ts';
import { RETRIEVAL_SCORES } from '../src/report/retrieval/retrievalScores.ts';
import { scoreName } from '../src/report/scores/describeScore.ts';

/** A distribution of the scores of documents. */
interface Ranker {
  readonly name: string;
  readonly documents: number;
  /** Mean score of relevant documents above that of others, in standard deviations. */
  readonly separation: number;
  /** Share of queries without relevant documents. */
  readonly empty: number;
}

const RANKERS: readonly Ranker[] = [
  { name: 'weak', documents: 30, separation: 0.5, empty: 0 },
  { name: 'good', documents: 30, separation: 2, empty: 0 },
  { name: 'good, 10 % empty', documents: 30, separation: 2, empty: 0.1 },
  { name: 'nearly perfect', documents: 30, separation: 4, empty: 0 },
];

/** Number of queries from which the true values are computed. */
const MANY = 40_000;

interface SimulationOptions {
  /** Numbers of queries. */
  readonly sizes: readonly number[];
  readonly repetitions: number;
  /** Number of queries for the true values. Default: 40,000. */
  readonly many?: number;
}

/**
 * Formats the percentage of 95 % intervals that contain the true score, by ranking, score and number of queries; in
 * parentheses, that of Student's intervals. Queries have 1 to 5 relevant documents.
 */
export function rankingCoverageTable({ sizes, repetitions, many = MANY }: SimulationOptions): string {
  const random = RandomSource.of(5);
  const rows = RANKERS.flatMap((ranker) => {
    const values = valuesOf(ranker, many, random);
    return RETRIEVAL_SCORES.map(({ of }, k) => {
      const all = values[k]!;
      const truth = all.reduce((sum, value) => sum + value, 0) / all.length;
      const cells = sizes.map((size) => {
        let [hits, ofStudent] = [0, 0];
        for (let repetition = 0; repetition < repetitions; repetition++) {
          const sample = Array.from({ length: size }, () => all[random.integer(all.length)]!);
          const { lower, upper } = queryInterval(sample)!;
          if (lower <= truth && truth <= upper) hits++;
          if (studentContains(sample, truth)) ofStudent++;
        }
        const [share, other] = [hits, ofStudent].map((count) => ((100 * count) / repetitions).toFixed(1));
        return `${share} (${other})`;
      });
      return [ranker.name, `\`${scoreName(of)}\``, ...cells];
    });
  });
  return alignedTable(['ranking', 'score', ...sizes.map((n) => `${n} queries`)], rows, (column) => column > 1);
}

/** Returns each score of random queries; 0 for those without relevant documents. */
function valuesOf({ documents, separation, empty }: Ranker, many: number, random: RandomSource): number[][] {
  const scores = new Float64Array(many * documents);
  const relevance = new Float64Array(many * documents);
  for (let query = 0; query < many; query++) {
    const relevant = random.uniform() < empty ? 0 : 1 + random.integer(5);
    // Queries differ in difficulty.
    const shift = separation * (0.3 + 1.4 * random.uniform());
    for (let k = query * documents; k < (query + 1) * documents; k++) {
      relevance[k] = k < query * documents + relevant ? 1 + random.integer(3) : 0;
      scores[k] = normalQuantile(random.uniform() + 2 ** -54) + (relevance[k]! > 0 ? shift + 0.3 * relevance[k]! : 0);
    }
  }
  const values = RETRIEVAL_SCORES.map((): number[] => []);
  const queries = new Int32Array(many).fill(documents);
  forEachQuery({ scores, relevance, queries }, undefined, (ranking) => {
    RETRIEVAL_SCORES.forEach(({ valueOf, isAtK }, k) => {
      const value = valueOf(ranking, isAtK ? { topK: 10 } : {}) as number;
      values[k]!.push(Number.isNaN(value) ? 0 : value);
    });
  });
  return values;
}

/** Returns whether Student's interval contains the true value. */
function studentContains(values: readonly number[], truth: number): boolean {
  const n = values.length;
  const { mean, variance } = meanAndVariance(values);
  return Math.abs(mean - truth) <= studentQuantile(0.975, n - 1) * Math.sqrt(variance / n);
}
