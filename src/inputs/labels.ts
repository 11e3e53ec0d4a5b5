import { describeValue } from './describeValue.ts';
import { flatValues, type FlatValues, type NumericTypedArray } from './flatValues.ts';
import { MetricInputError } from './metricInputError.ts';
import type { TensorLike } from './tensorLike.ts';

/** The name of a cluster or class: a whole number, a string or a boolean. */
export type Label = number | string | boolean;

/**
 * Labels of N samples: a tensor that squeezes to `[N]`, a typed array, or an array.
 * All of one kind: whole numbers (floats and 64-bit integers too, up to 2^53), strings or booleans.
 */
export type Labels =
  TensorLike | NumericTypedArray | BigInt64Array | BigUint64Array | readonly (Label | bigint)[];

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
 * @throws {@link MetricInputError} with the place and the value of the first that is no label.
 */
export function checkLabels(input: unknown, name: string): CheckedLabels {
  const { values, dtype } = flatValues(input, name);
  if (dtype === 'bool') {
    return { kind: 'boolean', values: values as NumericTypedArray, fitsInt32: true };
  }
  if (Array.isArray(values)) return checkArray(values, name);
  if (isBigIntArray(values)) {
    const numbers = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++) numbers[i] = wholeNumber(values[i]!, name, i);
    return checkNumbers(numbers, name);
  }
  return checkNumbers(values as NumericTypedArray, name);
}

function isBigIntArray(values: FlatValues['values']): values is BigInt64Array | BigUint64Array {
  return !Array.isArray(values) && /^Big/.test((values as Int32Array)[Symbol.toStringTag]);
}

function checkArray(values: readonly unknown[], name: string): CheckedLabels {
  const kind = values.length === 0 ? 'number' : kindOf(values[0], name, 0);
  if (kind === 'number') return checkNumbers(readNumbers(values, name), name);
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
  const hint =
    value === null || value === undefined
      ? 'a label is missing; leave the pair out'
      : 'expected a whole number, a string or a boolean';
  throw new MetricInputError(`${name}[${index}] is ${describeValue(value)}: ${hint}`);
}

function wholeNumber(value: bigint, name: string, index: number): number {
  if (Number.isSafeInteger(Number(value))) return Number(value);
  throw notWhole(value, name, index);
}

/** Typed arrays that hold nothing but 32-bit integers, by a name that is the same in every realm. */
const OF_32_BITS: ReadonlySet<string> = new Set([
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
]);

function checkNumbers(values: NumericTypedArray, name: string): CheckedLabels {
  const fitsInt32 = OF_32_BITS.has(values[Symbol.toStringTag]) || allFitInt32(values, name);
  return { kind: 'number', values, fitsInt32 };
}

function allFitInt32(values: NumericTypedArray, name: string): boolean {
  let fits = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === (value | 0)) continue;
    if (!Number.isSafeInteger(value)) throw notWhole(value, name, i);
    fits = false;
  }
  return fits;
}

function notWhole(value: number | bigint, name: string, index: number): MetricInputError {
  const place = `${name}[${index}] is ${describeValue(value)}`;
  if (Number.isNaN(value)) {
    return new MetricInputError(`${place}: a label is missing; leave the pair out`);
  }
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return new MetricInputError(
      `${place}: expected a whole number as label` +
        ' (for continuous values use softMutualInfoScore, or cut them into bins first)',
    );
  }
  return new MetricInputError(
    `${place}: expected a whole number between -2^53 and 2^53 (hand larger ones in as strings)`,
  );
}
