import { inputError, MetricInputError } from './metricInputError.ts';

/**
 * Checks that values are finite, except values with weight 0.
 *
 * @throws {@link MetricInputError} with the index of the first invalid value.
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

/** Returns the error for a value that is NaN or infinite. */
export function notFinite(
  name: string,
  values: ArrayLike<number>,
  k: number,
  shape: readonly number[],
): MetricInputError {
  const isRounded = values instanceof Float32Array && !Number.isNaN(values[k]);
  return inputError(
    `${name}[${placeOf(k, shape).join('][')}]`,
    `a finite number${isRounded ? ' of at most 3.4e38 in float32' : ''}`,
    values[k],
  );
}

/** Returns the multi-index of element `k` in row-major order. */
function placeOf(k: number, shape: readonly number[]): number[] {
  const place: number[] = [];
  for (let axis = shape.length - 1, rest = k; axis >= 0; axis--) {
    place.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}
