import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { ScoreRange } from '../../scoreRange.ts';
import { inBase, type InformationOptions } from './informationOptions.ts';

/**
 * Returns the range of mutual information for the numbers of labels in a table: from 0 to the logarithm of the
 * smaller one.
 */
export function mutualInfoRange({ cells }: ContingencyTable, { base }: InformationOptions = {}): ScoreRange {
  const labels = Math.min(cells.targetSizes.length, cells.predSizes.length);
  return [0, inBase(Math.log(Math.max(1, labels)), base)];
}
