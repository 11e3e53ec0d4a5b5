import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { ScoreRange } from '../../scoreRange.ts';
import { inBase, type InformationOptions } from './informationOptions.ts';

/**
 * Returns the range of the variation of information for the numbers of labels in a table: from 0 to the sum of their
 * logarithms.
 */
export function variationRange({ cells }: ContingencyTable, { base }: InformationOptions = {}): ScoreRange {
  const labels = Math.max(1, cells.targetSizes.length) * Math.max(1, cells.predSizes.length);
  return [0, inBase(Math.log(labels), base)];
}
