import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { ScoreRange } from '../../bootstrap/scoreRange.ts';
import { inBase, type InformationOptions } from './informationOptions.ts';

/** Range of the mutual information of as many labels: up to the logarithm of the smaller number of them. */
export function mutualInfoRange({ cells }: ContingencyTable, { base }: InformationOptions = {}): ScoreRange {
  const labels = Math.min(cells.targetSizes.length, cells.predSizes.length);
  return [0, inBase(Math.log(Math.max(1, labels)), base)];
}
