import { flatValues } from './flatValues.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { checkSampleWeight, type SampleWeight } from './sampleWeight.ts';
import { defineOptions } from './options/defineOptions.ts';
import { anyCheck } from './options/optionCheck.ts';
import type { TensorData, TensorLike } from './tensorLike.ts';
import type { NumericTypedArray } from './isTypedArray.ts';
import { toFloats } from './toFloats.ts';
import { checkValuesInRange, type RangedValues } from './checkValuesInRange.ts';

/**
 * Continuous values of N samples: a tensor that squeezes to `[N]`, a typed array, or an array of shape `[N]` or
 * `[N, 1]`.
 */
export type Values = TensorLike | TensorData | NumericTypedArray | readonly number[] | readonly (readonly number[])[];

/** Options for the values of one update. */
export interface ValuePairOptions {
  /**
   * Non-negative weight of each pair, or one weight for all. Default: 1. Pairs with weight 0 do not count, and their
   * values may be NaN.
   */
  readonly sampleWeight?: SampleWeight | undefined;
  /** True (or 1) for pairs that count. Default: all pairs. */
  readonly mask?: SampleWeight | readonly boolean[] | undefined;
}

/** Checked pairs of continuous values. */
interface ValuePairs {
  readonly x: Float32Array | Float64Array;
  readonly y: Float32Array | Float64Array;
  readonly weights: Float64Array | undefined;
}

/** Ranges of the bins of pairs of values, and the owner in error messages. */
interface BinnedRanges {
  readonly owner: string;
  readonly ranges: readonly [x: RangedValues['range'], y: RangedValues['range']];
}

const valuePairOptions = /* @__PURE__ */ defineOptions<ValuePairOptions>('update', () => ({
  sampleWeight: anyCheck(),
  mask: anyCheck(),
}));

/**
 * Checks the arguments of one update before anything is counted. Warns once if values are outside their range.
 *
 * @throws {@link MetricInputError} if a value is not finite, a weight is invalid, or the lengths differ.
 */
export function checkValuePairs(
  preds: unknown,
  target: unknown,
  options: ValuePairOptions | undefined,
  { owner, ranges }: BinnedRanges,
): ValuePairs {
  const x = readValues(preds, 'preds');
  const y = readValues(target, 'target');
  if (y.length !== x.length) {
    throw new MetricInputError(`preds, target: expected the same number of values, got ${x.length} and ${y.length}`);
  }
  const weights = readPairWeights(options, x.length);
  const shape = [x.length];
  checkValuesInRange({ owner, name: 'preds', values: x, shape, weights, range: ranges[0] });
  checkValuesInRange({ owner, name: 'target', values: y, shape, weights, range: ranges[1] });
  return { x, y, weights };
}

function readValues(input: unknown, name: string): Float32Array | Float64Array {
  const { values, dtype } = flatValues(input, name, 'values');
  if (dtype === 'string') throw inputError(name, 'numbers', values);
  return toFloats(Array.isArray(values) ? values.map(valueOfRow) : values, name);
}

/** Returns the value of a row of one number. */
function valueOfRow(row: unknown): unknown {
  return Array.isArray(row) && row.length === 1 && typeof row[0] === 'number' ? row[0] : row;
}

/**
 * Returns one weight for each of `length` pairs; undefined if all weights are 1.
 *
 * @throws {@link MetricInputError} if a weight or a value of the mask is invalid, or the lengths differ.
 */
export function readPairWeights(options: ValuePairOptions | undefined, length: number): Float64Array | undefined {
  const { sampleWeight, mask } = valuePairOptions(options);
  const weights = checkSampleWeight(sampleWeight, length);
  if (mask == null) return weights;
  const { values } = flatValues(mask, 'mask', 'values');
  if (values.length !== length) {
    throw new MetricInputError(`mask: expected one value for each of ${length} pairs, got ${values.length}`);
  }
  return Float64Array.from(values as ArrayLike<unknown>, (counts, k) => {
    if (typeof counts === 'boolean' || (typeof counts === 'number' && !Number.isNaN(counts))) {
      return counts ? (weights?.[k] ?? 1) : 0;
    }
    throw inputError(`mask[${k}]`, 'true or false', counts);
  });
}
