import { isBigIntArray, isTypedArray, type NumericTypedArray } from './isTypedArray.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { asTensorLike, readNumbers, type TensorData, type TensorLike } from './tensorLike.ts';
import { toFloats } from './toFloats.ts';
import { defineOptions } from './options/defineOptions.ts';
import { anyCheck } from './options/optionCheck.ts';

/** Numbers to aggregate: a number, a tensor of any shape, a typed array or an array. */
export type AggregatedValues = number | TensorLike | TensorData | NumericTypedArray | readonly number[];

/** Treatment of NaN: an error, skipped with or without a warning, kept (`'disable'`), or replaced by a number. */
export type NanStrategy = 'error' | 'warn' | 'ignore' | 'disable' | number;

/** Options for the values of one update. */
export interface AggregatedOptions {
  /** Non-negative weight of each value, or one weight for all. Default: 1. */
  readonly sampleWeight?: AggregatedValues | undefined;
}

/** Checked values without those that are skipped. */
export interface CheckedValues {
  /** Values that count. */
  readonly values: Float64Array;
  /** Weight of each value. Undefined if all weights are 1. */
  readonly weights: Float64Array | undefined;
}

const callOptions = /* @__PURE__ */ defineOptions<AggregatedOptions>('update', () => ({
  sampleWeight: anyCheck(),
}));

/**
 * Checks the arguments of one update. They are copied, not modified.
 *
 * @throws {@link MetricInputError} if a value is not a number, or a weight is invalid.
 */
export function checkAggregatedValues(
  owner: string,
  input: unknown,
  options: AggregatedOptions | undefined,
  nanStrategy: NanStrategy,
): CheckedValues {
  const values = readFloats(input, 'values');
  const { sampleWeight } = callOptions(options);
  const weights = sampleWeight == null ? undefined : readWeights(sampleWeight, values.length);
  const first = values.findIndex(Number.isNaN);
  if (first === -1 || nanStrategy === 'disable') return { values, weights };
  if (nanStrategy === 'error') {
    throw new MetricInputError(
      `values[${first}]: expected a number, got NaN; set the option "nanStrategy" to accept NaN`,
    );
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

function readFloats(input: unknown, name: string): Float64Array {
  if (typeof input === 'number') return Float64Array.of(input);
  const tensor = isTypedArray(input) || Array.isArray(input) ? undefined : asTensorLike(input, name);
  const elements: unknown = tensor ? readNumbers(tensor, name) : input;
  const isList = Array.isArray(elements) || (isTypedArray(elements) && !isBigIntArray(elements));
  if (!isList || tensor?.dtype === 'string') {
    throw inputError(name, 'a number, a tensor of numbers, a typed array or an array', input);
  }
  return new Float64Array(toFloats(elements, name, 'a number'));
}

function readWeights(input: unknown, length: number): Float64Array {
  const weights = readFloats(input, 'sampleWeight');
  weights.forEach((weight, k) => {
    if (weight >= 0 && weight < Infinity) return;
    throw new MetricInputError(`sampleWeight[${k}]: expected a finite number ≥ 0, got ${weight}`);
  });
  if (weights.length === length) return weights;
  if (weights.length === 1) return new Float64Array(length).fill(weights[0]!);
  throw new MetricInputError(
    `sampleWeight: expected one weight for each of ${length} values, or one for all, got ${weights.length}`,
  );
}
