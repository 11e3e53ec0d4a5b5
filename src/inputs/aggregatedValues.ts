import { describeValue } from './describeValue.ts';
import { isBigIntArray, isTypedArray, type NumericTypedArray } from './isTypedArray.ts';
import { MetricInputError } from './metricInputError.ts';
import { asTensorLike, readElements, type TensorData, type TensorLike } from './tensorLike.ts';
import { defineOptions } from './defineOptions.ts';
import { anyCheck } from './optionCheck.ts';

/** Numbers to be aggregated: one, a tensor of any shape, a typed array or an array. */
export type AggregatedValues = number | TensorLike | TensorData | NumericTypedArray | readonly number[];

/**
 * What to do with NaN among them: refuse the batch, leave it out with or without a warning, take it as a value
 * like any other, or take this number instead.
 */
export type NanStrategy = 'error' | 'warn' | 'ignore' | 'disable' | number;

/** What may come with the values of one call. */
export interface AggregatedOptions {
  /** The weight of each value, 0 or above, or one weight of all of them; 1 when left out. */
  readonly sampleWeight?: AggregatedValues | undefined;
}

/** Values that have been checked, without those that are left out. */
export interface CheckedValues {
  /** The values that count. */
  readonly values: Float64Array;
  /** The weight of each; undefined where each counts once. */
  readonly weights: Float64Array | undefined;
}

const callOptions = /* @__PURE__ */ defineOptions<AggregatedOptions>('update', () => ({
  sampleWeight: anyCheck(),
}));

/**
 * Checks all that one call hands in; what was handed in is neither kept nor changed.
 *
 * @throws {@link MetricInputError} when a value is no number, or a weight is none.
 */
export function checkAggregatedValues(
  owner: string,
  input: unknown,
  options: AggregatedOptions | undefined,
  nanStrategy: NanStrategy,
): CheckedValues {
  const values = readNumbers(input, 'values');
  const { sampleWeight } = callOptions(options);
  const weights = sampleWeight == null ? undefined : readWeights(sampleWeight, values.length);
  const first = values.findIndex(Number.isNaN);
  if (first === -1 || nanStrategy === 'disable') return { values, weights };
  if (nanStrategy === 'error') {
    throw new MetricInputError(`values[${first}] is NaN: expected a number (see nanStrategy)`);
  }
  if (typeof nanStrategy === 'number') {
    return { values: values.map((value) => (Number.isNaN(value) ? nanStrategy : value)), weights };
  }
  const isKept = (_: unknown, k: number): boolean => !Number.isNaN(values[k]);
  const kept = values.filter(isKept);
  if (nanStrategy === 'warn') {
    const missing = values.length - kept.length;
    console.warn(`${owner}: ${missing} of ${values.length} values are NaN and left out`);
  }
  return { values: kept, weights: weights?.filter(isKept) };
}

function readNumbers(input: unknown, name: string): Float64Array {
  if (typeof input === 'number') return Float64Array.of(input);
  const tensor = isTypedArray(input) || Array.isArray(input) ? undefined : asTensorLike(input, name);
  const elements: unknown = tensor ? readElements(tensor, name) : input;
  if (isTypedArray(elements) && !isBigIntArray(elements)) return Float64Array.from(elements);
  if (!Array.isArray(elements) || tensor?.dtype === 'string') {
    throw new MetricInputError(
      `${name}: expected a number, a tensor of numbers, a typed array or an array, got ${describeValue(input)}`,
    );
  }
  return Float64Array.from(elements as unknown[], (value, k) => {
    if (typeof value === 'number') return value;
    throw new MetricInputError(`${name}[${k}] is ${describeValue(value)}: expected a number`);
  });
}

function readWeights(input: unknown, length: number): Float64Array {
  const weights = readNumbers(input, 'sampleWeight');
  weights.forEach((weight, k) => {
    if (weight >= 0 && weight < Infinity) return;
    throw new MetricInputError(`sampleWeight[${k}] is ${weight}: expected a finite number, 0 or above`);
  });
  if (weights.length === length) return weights;
  if (weights.length === 1) return new Float64Array(length).fill(weights[0]!);
  throw new MetricInputError(
    `sampleWeight has ${weights.length} values for ${length}: expected one for each, or one for all`,
  );
}
