import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { ScoreRange } from '../../bootstrap/scoreRange.ts';
import { inBase, type InformationOptions } from './informationOptions.ts';

/** Range of the variation of information of as many labels: up to the sum of the logarithms of their numbers. */
export function variationRange({ cells }: ContingencyTable, { base }: InformationOptions = {}): ScoreRange {
  const labels = Math.max(1, cells.targetSizes.length) * Math.max(1, cells.predSizes.length);
  return [0, inBase(Math.log(labels), base)];
}
