import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';

/**
 * Refuses NaN and Infinity, except where a weight says that the value isn't looked at.
 *
 * @throws {@link MetricInputError} with the place of the first.
 */
export function requireFinite(
  name: string,
  values: ArrayLike<number>,
  shape: readonly number[],
  weights: ArrayLike<number> | undefined,
): void {
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k]) && weights?.[k] !== 0) throw notFinite(name, values, k, shape);
  }
}

/** The error of a value that is NaN or infinite. */
export function notFinite(
  name: string,
  values: ArrayLike<number>,
  k: number,
  shape: readonly number[],
): MetricInputError {
  const isRounded = values instanceof Float32Array && !Number.isNaN(values[k]);
  return new MetricInputError(
    `${name}[${placeOf(k, shape).join('][')}] is ${describeValue(values[k])}: expected a finite number` +
      (isRounded ? ', of at most 3.4e38 in float32' : ''),
  );
}

/** The index in each dimension of the element that is at `k` when all are in one row. */
function placeOf(k: number, shape: readonly number[]): number[] {
  const place: number[] = [];
  for (let axis = shape.length - 1, rest = k; axis >= 0; axis--) {
    place.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}
