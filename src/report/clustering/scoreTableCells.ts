import type { ChartedScore } from '../../charts/scoreParts.ts';
import * as clustering from '../../clustering/index.ts';
import type { BootstrapInterval } from '../../functional/bootstrap/bootstrapOptions.ts';
import { mutualInfoTest, type MutualInfoTest } from '../../functional/nominal/mutualInfoTest.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { ContingencyMetric } from '../../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { tableIntervals } from '../scores/tableIntervals.ts';
import { chanceBaselines } from './chanceBaselines.ts';
import { describeScore, scoreName, type ScoreClass } from '../scores/describeScore.ts';
import { pValueText } from '../document/pValueText.ts';

type TableScoreClass = ScoreClass & (new () => ContingencyMetric);

/** Scores listed first in a report, in this order. */
const FIRST: readonly string[] = [
  'AdjustedRandScore',
  'AdjustedMutualInfoScore',
  'NormalizedMutualInfoScore',
  'HomogeneityScore',
  'CompletenessScore',
  'VMeasureScore',
  'ClusterAccuracy',
  'PurityScore',
  'BCubedScore',
  'FowlkesMallowsIndex',
  'RandScore',
  'MutualInfoScore',
  'VariationOfInformation',
];

/** Returns all scores of two labelings that `tfjs-metrics/clustering` exports, in display order. */
export function tableScoreClasses(): TableScoreClass[] {
  return Object.values(clustering as Record<string, unknown>)
    .filter((exported) => (exported as TableScoreClass).prototype instanceof ContingencyMetric)
    .map((exported) => exported as TableScoreClass)
    .sort((a, b) => place(a) - place(b));
}

function place({ metricName = '' }: TableScoreClass): number {
  const at = FIRST.indexOf(metricName);
  return at === -1 ? FIRST.length : at;
}

/** Describes a score with the range that the numbers of labels in the table allow. */
export function scoreIn(table: ContingencyTable, Score: TableScoreClass): ScoreClass {
  const [range] = new Score().valueRanges(table, NaN);
  return { metricName: Score.metricName, higherIsBetter: Score.higherIsBetter, range: range! };
}

/** Scores computed from a contingency table. */
interface ScoredTable {
  readonly scores: readonly ChartedScore[];
  /** Test of the mutual information against chance; undefined for an empty table or fractional weights. */
  readonly test?: MutualInfoTest | undefined;
  /** Sentences on how the numbers were computed and what was omitted. */
  readonly notes: readonly string[];
}

/** Computes all scores of a table, with confidence intervals and chance baselines if the weights are integers. */
export function scoreTableCells(
  table: ContingencyTable,
  options: { readonly draws?: number | undefined; readonly seed: number },
): ScoredTable {
  const { count } = table.cells;
  if (count.length === 0) return { scores: [], notes: ['There are no samples.'] };
  const areWhole = count.every((samples) => Number.isInteger(samples));
  const notes: string[] = [];
  const metrics = new Map<ScoreClass, ContingencyMetric>();
  const values = new Map<TableScoreClass, number>();
  for (const Score of tableScoreClasses()) {
    const metric = new Score();
    if (!areWhole && metric.wholeWeightsReason !== undefined) continue;
    try {
      values.set(Score, metric.computeFrom(table));
      metrics.set(Score, metric);
    } catch (error) {
      if (!(error instanceof MetricInputError)) throw error;
      notes.push(`Left out: ${error.message}.`);
    }
  }
  if (!areWhole) {
    notes.push(
      'The weights are not integers: confidence intervals, chance baselines, and scores based on pairs or permutations of samples are omitted.',
    );
    return { scores: [...values].map(([Score, value]) => describeScore(scoreIn(table, Score), value)), notes };
  }
  const test = mutualInfoTest(table, { seed: options.seed });
  const baselines = chanceBaselines(table.cells, test.expected);
  const intervals = intervalsOf(table, metrics, options, notes);
  const scores = [...values].map(([Score, value]) => {
    const name = scoreName(Score);
    return describeScore(scoreIn(table, Score), value, intervals[name], baselines[name]);
  });
  notes.push(
    `Mutual information expected by chance: ${test.expected.toFixed(3)} nats; test of independence: ${pValueText(test.pValue)} (${TEST_NAMES[test.method]}).`,
  );
  return { scores, test, notes };
}

const TEST_NAMES: Readonly<Record<MutualInfoTest['method'], string>> = {
  gTest: 'G-test',
  chiSquared: 'chi-squared test',
  exact: 'exact test',
  permutation: 'permutation test',
};

function intervalsOf(
  table: ContingencyTable,
  metrics: ReadonlyMap<ScoreClass, ContingencyMetric>,
  options: { readonly draws?: number | undefined; readonly seed: number },
  notes: string[],
): Record<string, BootstrapInterval> {
  const scores = [...metrics].map(([Score, metric]) => [scoreName(Score), metric] as const);
  return tableIntervals(table, Object.fromEntries(scores), options, notes);
}
