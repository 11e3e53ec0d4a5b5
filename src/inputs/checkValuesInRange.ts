import { notFinite } from './requireFinite.ts';

/** Values of one argument, and the range of their bins. */
export interface RangedValues {
  /** Name of the function or metric in error messages. */
  readonly owner: string;
  /** Name of the argument. */
  readonly name: string;
  readonly values: Float32Array | Float64Array;
  readonly shape: readonly number[];
  /** Weights of the values. Values of weight 0 are not checked. */
  readonly weights: ArrayLike<number> | undefined;
  readonly range: readonly [low: number, high: number];
}

/** Fraction of values outside a range above which a warning is logged. */
const LARGEST_SHARE = 0.01;

const warned = /* @__PURE__ */ new Set<string>();

/**
 * Checks that values are finite, and warns once if more than 1 % of them are outside their range and therefore
 * clamped to it.
 *
 * @throws {@link MetricInputError} if a value is NaN or infinite.
 */
export function checkValuesInRange(given: RangedValues): void {
  const { owner, name, values, shape, weights, range } = given;
  const [low, high] = range;
  let outside = 0;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if ((value >= low && value <= high) || weights?.[k] === 0) continue;
    if (!Number.isFinite(value)) throw notFinite(name, values, k, shape);
    outside++;
  }
  if (outside <= LARGEST_SHARE * values.length) return;
  const key = JSON.stringify([owner, name, range]);
  if (warned.has(key)) return;
  warned.add(key);
  const counted = weights === undefined ? values : values.filter((_, k) => weights[k] !== 0);
  const observed = observedRange(counted, 0, counted.length, undefined).map(shortNumber);
  const percent = shortNumber((100 * outside) / counted.length);
  console.warn(
    `${owner}: ${percent} % of the values of ${name} lie outside the range [${range.join(', ')}] and are clamped to it; ` +
      `they range from ${observed.join(' to ')}; set the option "range"`,
  );
}

/** Returns the minimum and maximum of the values [from, to) with nonzero weight, or [0, 0] without such values. */
export function observedRange(
  values: Float32Array | Float64Array,
  from: number,
  to: number,
  weights: ArrayLike<number> | undefined,
): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let k = from; k < to; k++) {
    if (weights?.[k] === 0) continue;
    const value = values[k]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}
