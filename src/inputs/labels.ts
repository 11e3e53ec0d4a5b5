import { flatValues } from './flatValues.ts';
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
  if (isBigIntArray(values)) {
    const numbers = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++) numbers[i] = wholeNumber(values[i]!, name, i);
    return checkNumbers(numbers, name, advice);
  }
  if (isTypedArray(values)) return checkNumbers(values, name, advice);
  return checkArray(values, name, advice);
}

function checkArray(values: readonly unknown[], name: string, advice: string): CheckedLabels {
  const kind = values.length === 0 ? 'number' : kindOf(values[0], name, 0);
  if (kind === 'number') return checkNumbers(numbersOf(values, name), name, advice);
  for (let i = 1; i < values.length; i++) {
    if (typeof values[i] !== kind) throw notOfKind(kind, values[i], name, i);
  }
  if (kind === 'string') return { kind, values: values as string[], fitsInt32: false };
  const bits = new Uint8Array(values.length);
  for (let i = 0; i < bits.length; i++) bits[i] = values[i] === true ? 1 : 0;
  return { kind, values: bits, fitsInt32: true };
}

function numbersOf(values: readonly unknown[], name: string): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'number') numbers[i] = value;
    else if (typeof value === 'bigint') numbers[i] = wholeNumber(value, name, i);
    else throw notOfKind('number', value, name, i);
  }
  return numbers;
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
    ? inputError(place, '1-D labels', value, 'take argMax of the scores first')
    : inputError(place, 'an integer, a string or a boolean', value);
}

const WITHOUT_MISSING = 'leave out samples whose label is missing';

function wholeNumber(value: bigint, name: string, index: number): number {
  if (Number.isSafeInteger(Number(value))) return Number(value);
  throw notWhole(value, name, index);
}

function checkNumbers(values: NumericTypedArray, name: string, advice: string): CheckedLabels {
  const fitsInt32 = holdsInt32(values) || allFitInt32(values, name, advice);
  return { kind: 'number', values, fitsInt32 };
}

function allFitInt32(values: NumericTypedArray, name: string, advice: string): boolean {
  let fits = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === (value | 0)) continue;
    if (!Number.isSafeInteger(value)) throw notWhole(value, name, i, advice);
    fits = false;
  }
  return fits;
}

function notWhole(value: number | bigint, name: string, index: number, advice = ''): MetricInputError {
  const place = `${name}[${index}]`;
  if (Number.isNaN(value)) return inputError(place, 'a label', value, WITHOUT_MISSING);
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return inputError(place, 'an integer label', value, advice);
  }
  return inputError(place, 'an integer between -2^53 and 2^53', value, 'pass larger ones as strings');
}
