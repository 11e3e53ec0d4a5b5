import { describeValue } from '../../../inputs/describeValue.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { toFloat64 } from '../../../inputs/toFloats.ts';
import { scaleBy } from '../../../numeric/kernels/scalingExponent.ts';
import type { Distance } from '../../../numeric/neighbors/distance.ts';
import type { DistanceFunction } from './distanceCheck.ts';

/** Upper bound of distances, so that their sums do not overflow. */
const LARGEST = 1e300;

/** Number of values of a sample that an error message shows. */
const SHOWN = 4;

/**
 * Wraps a distance function; the wrapper throws a {@link MetricInputError} if the result is invalid.
 *
 * @param exponent - the samples are scaled by 2^exponent, which is undone before the function is called.
 */
export function checkedDistance(owner: string, between: DistanceFunction, exponent: number): Distance {
  return (a, i, b, j, d) => {
    const first = rowOf(a, i, d, exponent);
    const second = rowOf(b, j, d, exponent);
    const distance: unknown = between(first, second);
    if (typeof distance === 'number' && distance >= 0 && distance <= LARGEST) return distance;
    throw new MetricInputError(
      `${owner}: option "metric": expected a distance from 0 to ${LARGEST}, got ${describeValue(distance)} ` +
        `for the samples ${describeRow(first)} and ${describeRow(second)}`,
    );
  };
}

function rowOf(values: Float64Array | Float32Array, from: number, d: number, exponent: number): Float64Array {
  return toFloat64(scaleBy(values.subarray(from, from + d), -exponent));
}

function describeRow(row: Float64Array): string {
  const shown = row.subarray(0, SHOWN).join(', ');
  return row.length > SHOWN ? `[${shown}, …]` : `[${shown}]`;
}
