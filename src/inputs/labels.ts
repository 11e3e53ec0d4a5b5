import { empty } from '../numeric/withScratchMemory.ts';
import { adviceOnScores, flatValues } from './flatValues.ts';
import { int32Values } from './int32Values.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import type { TensorData, TensorLike } from './tensorLike.ts';
import {
  holdsInt32,
  isBigIntArray,
  isTypedArray,
  type BigIntTypedArray,
  type NumericTypedArray,
} from './isTypedArray.ts';

/** Label of a cluster or class: a whole number, a string or a boolean. */
export type Label = number | string | boolean;

/**
 * Labels of N samples: a tensor that squeezes to `[N]`, a typed array, or an array. All labels are of one kind: whole
 * numbers (also as floats or 64-bit integers, up to 2^53), strings or booleans.
 */
export type Labels = TensorLike | TensorData | NumericTypedArray | BigIntTypedArray | readonly (Label | bigint)[];

/** Returns what identifies a label: booleans equal 0 and 1. */
export function labelKey(label: Label): number | string {
  return typeof label === 'boolean' ? Number(label) : label;
}

/** Kind of the labels of one side. */
export type LabelKind = 'number' | 'string' | 'boolean';

/** Checked labels. Booleans are converted to 0 and 1. */
export type CheckedLabels =
  | { readonly kind: 'number'; readonly values: NumericTypedArray; readonly fitsInt32: boolean }
  | { readonly kind: 'boolean'; readonly values: NumericTypedArray; readonly fitsInt32: true }
  | { readonly kind: 'string'; readonly values: readonly string[]; readonly fitsInt32: false };

/**
 * Checks every label. Arrays that can be read in place are not copied.
 *
 * @param advice - how to fix labels that are not integers, for the error message.
 * @throws {@link MetricInputError} with the index and value of the first invalid label.
 */
export function checkLabels(
  input: unknown,
  name: string,
  advice = 'cut continuous values into bins first',
): CheckedLabels {
  const { values, dtype } = flatValues(input, name);
  if (dtype === 'bool') {
    return { kind: 'boolean', values: values as NumericTypedArray, fitsInt32: true };
  }
  return isTypedArray(values) ? checkNumbers(values, name, advice) : checkArray(values, name, advice);
}

function checkArray(values: readonly unknown[], name: string, advice: string): CheckedLabels {
  const kind = values.length === 0 ? 'number' : kindOf(values[0], name, 0);
  if (kind === 'number') return checkNumbers(values, name, advice);
  if (kind === 'string') {
    for (let i = 1; i < values.length; i++) {
      if (typeof values[i] !== 'string') throw notOfKind(kind, values[i], name, i);
    }
    return { kind, values: values as string[], fitsInt32: false };
  }
  return { kind, values: bitsOf(values, name), fitsInt32: true };
}

/** Converts booleans to 0 and 1, without branches: the processor mispredicts every second one of random booleans. */
function bitsOf(values: readonly unknown[], name: string): Int32Array {
  const { length } = values;
  const bits = empty(Int32Array, length);
  let valid = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    const bit = Number(value === true);
    bits[i] = bit;
    valid += bit + Number(value === false);
  }
  if (valid === length) return bits;
  const invalid = values.findIndex((value) => typeof value !== 'boolean');
  throw notOfKind('boolean', values[invalid], name, invalid);
}

function checkNumbers(
  values: NumericTypedArray | BigIntTypedArray | readonly unknown[],
  name: string,
  advice: string,
): CheckedLabels {
  const kind = 'number';
  if (isTypedArray(values) && !isBigIntArray(values) && holdsInt32(values)) return { kind, values, fitsInt32: true };
  const integers = int32Values(values);
  if (integers !== undefined) return { kind, values: integers, fitsInt32: true };
  const numbers = empty(Float64Array, values.length);
  let fitsInt32 = true;
  for (let i = 0; i < numbers.length; i++) {
    const number = wholeNumber(values[i], name, i, advice);
    numbers[i] = number;
    fitsInt32 &&= number === (number | 0);
  }
  return { kind, values: numbers, fitsInt32 };
}

function wholeNumber(value: unknown, name: string, index: number, advice: string): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number') throw notOfKind('number', value, name, index);
  if (!Number.isSafeInteger(number)) throw notWhole(value as number | bigint, name, index, advice);
  return number;
}

function notOfKind(kind: LabelKind, value: unknown, name: string, index: number): MetricInputError {
  kindOf(value, name, index);
  return inputError(`${name}[${index}]`, `a ${kind} like the labels before it`, value);
}

function kindOf(value: unknown, name: string, index: number): LabelKind {
  const type = typeof value;
  if (type === 'number' || type === 'string' || type === 'boolean') return type;
  if (type === 'bigint') return 'number';
  const place = `${name}[${index}]`;
  if (value === null || value === undefined) throw inputError(place, 'a label', value, WITHOUT_MISSING);
  throw Array.isArray(value) || isTypedArray(value)
    ? inputError(place, '1-D labels', value, adviceOnScores(name))
    : inputError(place, 'an integer, a string or a boolean', value);
}

const WITHOUT_MISSING = 'leave out samples whose label is missing';

function notWhole(value: number | bigint, name: string, index: number, advice: string): MetricInputError {
  const place = `${name}[${index}]`;
  if (Number.isNaN(value)) return inputError(place, 'a label', value, WITHOUT_MISSING);
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return inputError(place, 'an integer label', value, advice);
  }
  return inputError(place, 'an integer between -2^53 and 2^53', value, 'pass larger ones as strings');
}
