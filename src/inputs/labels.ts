import { describeValue } from './describeValue.ts';
import { flatValues } from './flatValues.ts';
import { MetricInputError } from './metricInputError.ts';
import type { TensorData, TensorLike } from './tensorLike.ts';
import {
  holdsInt32,
  isBigIntArray,
  isTypedArray,
  type BigIntTypedArray,
  type NumericTypedArray,
} from './isTypedArray.ts';

/** The name of a cluster or class: a whole number, a string or a boolean. */
export type Label = number | string | boolean;

/**
 * Labels of N samples: a tensor that squeezes to `[N]`, a typed array, or an array.
 * All of one kind: whole numbers (floats and 64-bit integers too, up to 2^53), strings or booleans.
 */
export type Labels = TensorLike | TensorData | NumericTypedArray | BigIntTypedArray | readonly (Label | bigint)[];

/** Which kind of label one side of a comparison holds. */
export type LabelKind = 'number' | 'string' | 'boolean';

/** Labels that have been checked; booleans are 0 and 1. */
export type CheckedLabels =
  | { readonly kind: 'number'; readonly values: NumericTypedArray; readonly fitsInt32: boolean }
  | { readonly kind: 'boolean'; readonly values: NumericTypedArray; readonly fitsInt32: true }
  | { readonly kind: 'string'; readonly values: readonly string[]; readonly fitsInt32: false };

/**
 * Checks every label; what can be read in place is not copied.
 *
 * @param advice - what to do about labels that are not integers, for the message.
 * @throws {@link MetricInputError} with the index and the value of the first that is not a label.
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
  if (kind === 'number') return checkNumbers(readNumbers(values, name), name, advice);
  for (let i = 1; i < values.length; i++) {
    if (typeof values[i] !== kind) throw notOfKind(kind, values[i], name, i);
  }
  if (kind === 'string') return { kind, values: values as string[], fitsInt32: false };
  return { kind, values: Uint8Array.from(values, Number), fitsInt32: true };
}

function readNumbers(values: readonly unknown[], name: string): Float64Array {
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
  return new MetricInputError(
    `${name}[${index}] is ${describeValue(value)}: expected a ${kind} as in the labels before it`,
  );
}

function kindOf(value: unknown, name: string, index: number): LabelKind {
  const type = typeof value;
  if (type === 'number' || type === 'string' || type === 'boolean') return type;
  if (type === 'bigint') return 'number';
  throw new MetricInputError(`${name}[${index}] is ${describeValue(value)}: ${expectedLabel(value)}`);
}

function expectedLabel(value: unknown): string {
  if (value === null || value === undefined) return MISSING;
  return Array.isArray(value) || isTypedArray(value)
    ? 'expected 1-D labels; take argMax of the scores first'
    : 'expected an integer, a string or a boolean';
}

const MISSING = 'expected a label; leave out samples whose label is missing';

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
  const place = `${name}[${index}] is ${describeValue(value)}`;
  if (Number.isNaN(value)) return new MetricInputError(`${place}: ${MISSING}`);
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return new MetricInputError(`${place}: expected an integer label; ${advice}`);
  }
  return new MetricInputError(`${place}: expected an integer between -2^53 and 2^53; pass larger ones as strings`);
}
