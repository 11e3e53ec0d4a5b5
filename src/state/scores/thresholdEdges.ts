import { readArgument } from '../../inputs/options/defineOptions.ts';
import { thresholdsCheck, type Thresholds } from '../../inputs/classification/thresholds.ts';

/**
 * Returns distinct thresholds, ascending.
 *
 * @throws {@link MetricInputError} if the thresholds are invalid.
 */
export function thresholdEdges(thresholds: Thresholds): Float64Array {
  readArgument('thresholds', thresholdsCheck(), thresholds);
  return typeof thresholds === 'number'
    ? Float64Array.from({ length: thresholds }, (_, k) => k / (thresholds - 1))
    : Float64Array.from(new Set(thresholds)).sort();
}
