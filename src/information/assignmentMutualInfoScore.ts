import { jointAssignments } from '../numeric/binning/jointAssignments.ts';
import { inBase } from '../functional/information/discrete/informationOptions.ts';
import { mutualInfoScore } from '../functional/information/discrete/mutualInfoScore.ts';
import {
  assignmentOptions,
  type AssignmentMutualInfoOptions,
} from '../functional/information/soft/assignmentOptions.ts';
import { checkAssignments, type Assignments } from '../inputs/assignments.ts';
import type { Label } from '../inputs/labels.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { readPairWeights, type ValuePairOptions } from '../inputs/checkValuePairs.ts';
import { Metric } from '../metrics/metric.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';

/** Arguments of an update with two soft clusterings. */
export type AssignmentBatch = readonly [p: Assignments, q: Assignments, options?: ValuePairOptions | undefined];

/**
 * Mutual information of two soft clusterings over all batches: {@link assignmentMutualInfoScore} of the joint
 * probabilities of their clusters, in float64.
 *
 * Either side may be labels, `[N]`, instead of probabilities. Memory depends on the number of clusters, not on the
 * number of samples. Pass weights and masks with each batch: `update(p, q, { sampleWeight, mask })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AssignmentMutualInfoOptions}.
 *
 * @example
 * ```ts
 * import { AssignmentMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const metric = new AssignmentMutualInfoScore({ base: 2 });
 * metric.update(
 *   [
 *     [0.9, 0.1],
 *     [0.8, 0.2],
 *   ],
 *   ['cat', 'cat'],
 * );
 * metric.update([[0.1, 0.9]], ['dog']);
 * metric.compute(); // 0.4081
 * ```
 */
export class AssignmentMutualInfoScore extends Metric<
  AssignmentBatch,
  number,
  ContingencyTable,
  AssignmentMutualInfoOptions
> {
  static override readonly metricName = 'AssignmentMutualInfoScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: AssignmentMutualInfoOptions) {
    super(assignmentOptions(options, 'AssignmentMutualInfoScore'));
  }

  override get stateKey(): string {
    return 'ContingencyTable of assignments';
  }

  override createState(): ContingencyTable {
    return new ContingencyTable();
  }

  override updateState(state: ContingencyTable, ...batch: AssignmentBatch): boolean {
    const [first, second, options] = batch;
    const p = checkAssignments(first, 'p');
    const q = checkAssignments(second, 'q');
    if (p.n !== q.n) {
      throw new MetricInputError(`p, q: expected the same number of samples, got ${p.n} and ${q.n}`);
    }
    if (p.n === 0) return false;
    const weights = readPairWeights(options, p.n);
    const rows = [p, q].map(({ data, labels }) => ({ data, columns: labels.length }));
    const cells = jointAssignments(p.n, rows[0]!, rows[1]!, weights);
    const preds = p.labels.flatMap((label) => q.labels.map(() => label));
    const target = p.labels.flatMap(() => q.labels);
    state.add(preds as Label[] as number[], target as Label[] as number[], { sampleWeight: cells });
    return true;
  }

  /** Returns {@link assignmentMutualInfoScore} of the joint probabilities of all batches. */
  override computeFrom(state: ContingencyTable): number {
    const { symmetric, base } = this.options;
    return inBase(mutualInfoScore(symmetric ? withTranspose(state) : state), base);
  }
}

function withTranspose(table: ContingencyTable): ContingencyTable {
  const entries = [...table.entries()];
  const swapped = entries.map(({ pred, target, count }) => ({
    pred: target,
    target: pred,
    count,
  }));
  return ContingencyTable.fromCounts([...entries, ...swapped]);
}
