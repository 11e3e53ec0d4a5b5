import { flatValues } from '../../inputs/flatValues.ts';
import { checkLabels, type CheckedLabels, type Labels } from '../../inputs/labels.ts';
import { checkSamples, type Samples } from '../../inputs/samples.ts';
import { isBigIntArray } from '../../inputs/isTypedArray.ts';
import { asTensorLike } from '../../inputs/tensorLike.ts';
import { hashOfNumbers } from '../../numeric/hashOfNumbers.ts';

/** Facts of a variable that decide which estimator suits it. */
export interface VariableFacts {
  /** Number of samples. */
  readonly n: number;
  /** Number of columns. */
  readonly d: number;
  /** Number of distinct labels, values or rows. */
  readonly distinct: number;
  /** `'labels'` for strings, booleans and 64-bit integers, `'codes'` for whole numbers that label functions accept. */
  readonly kind: 'labels' | 'codes' | 'numbers';
}

/**
 * Returns the facts of labels or samples.
 *
 * @throws {@link MetricInputError} if the input is neither, or a value is not finite.
 */
export function variableFacts(input: Labels | Samples, name: string): VariableFacts {
  if (isText(input, name)) {
    const { values } = checkLabels(input, name);
    return { n: values.length, d: 1, distinct: countDistinct(values), kind: 'labels' };
  }
  const { data, n, d } = checkSamples(input, name);
  if (d > 1) return { n, d, distinct: countDistinctRows(data, n, d), kind: 'numbers' };
  const hasRows = Array.isArray(input) && typeof input[0] === 'object';
  const kind = !hasRows && data.every(Number.isSafeInteger) ? 'codes' : 'numbers';
  return { n, d, distinct: countDistinct(data), kind };
}

/** Returns whether an input holds labels that are not numbers, as its type or its first element shows. */
function isText(input: unknown, name: string): boolean {
  const tensor = asTensorLike(input, name);
  if (tensor) {
    const isFlat = tensor.shape.filter((size) => size !== 1).length <= 1;
    return tensor.dtype === 'string' || (tensor.dtype === 'bool' && isFlat);
  }
  if (!Array.isArray(input)) return isBigIntArray(input);
  return ['string', 'boolean', 'bigint'].includes(typeof flatValues(input, name).values[0]);
}

function countDistinct(values: CheckedLabels['values'] | Float64Array | Float32Array): number {
  return new Set<unknown>(values).size;
}

/** Counts distinct rows by their hashes. */
function countDistinctRows(data: ArrayLike<number>, n: number, d: number): number {
  return new Set(Float64Array.from({ length: n }, (_, i) => hashOfNumbers(data, i * d, (i + 1) * d))).size;
}
