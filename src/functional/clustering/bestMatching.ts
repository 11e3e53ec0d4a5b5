import { linearSumAssignment } from 'linear-sum-assignment';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { TableCells } from '../../state/tableCells.ts';

const MOST_CELLS = 2 ** 24;

/** The largest sum of cells no two of which share a row or a column. */
export function bestMatching({ targetLabels, predLabels, row, column, count }: TableCells): number {
  const size = targetLabels.length * predLabels.length;
  if (size > MOST_CELLS) {
    throw new MetricInputError(
      `clusterAccuracy matches at most 2^24 pairs of labels, got ${targetLabels.length} × ${predLabels.length}`,
    );
  }
  const gains = targetLabels.map(() => new Float64Array(predLabels.length));
  for (let k = 0; k < count.length; k++) gains[row[k]!]![column[k]!] = count[k]!;
  // `maximaze` is how the library spells it.
  return linearSumAssignment(gains, { maximaze: true }).gain;
}
