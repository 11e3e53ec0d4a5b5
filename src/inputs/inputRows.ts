import { asTensorLike, isTensorLike, readElements, type TensorLike } from './tensorLike.ts';
import { isTypedArray } from './isTypedArray.ts';

/** Rows of labels, values or samples, from which rows can be selected. */
interface Rows {
  readonly length: number;
  /** Returns an input of the same form with only these rows. */
  readonly choose: (rows: Int32Array) => unknown;
}

/**
 * Returns the number of rows of the first input, and a function that selects rows of all inputs, in any order and
 * with repetition. It selects from every input with that number of rows, also inside an object of options, and leaves
 * other arguments unchanged.
 */
export function inputRows(inputs: readonly unknown[]): {
  readonly length: number;
  readonly choose: (rows: Int32Array) => unknown[];
} {
  const length = readRows(inputs[0], 'input')?.length ?? 1;
  return { length, choose: (rows) => inputs.map((input) => chosen(input, length, rows)) };
}

function chosen(input: unknown, length: number, rows: Int32Array): unknown {
  const own = readRows(input, 'input');
  if (own) return own.length === length ? own.choose(rows) : input;
  if (typeof input === 'number') return Float64Array.from(rows, () => input);
  if (typeof input !== 'object' || input === null) return input;
  const entries = Object.entries(input).map(([name, option]): [string, unknown] => {
    const ofOption = readRows(option, 'input');
    return [name, ofOption?.length === length ? ofOption.choose(rows) : option];
  });
  return Object.fromEntries(entries);
}

/**
 * Returns the rows of labels or samples of any form; undefined for other values. Tensors are read on the first choice.
 */
export function readRows(input: unknown, name: string): Rows | undefined {
  if (Array.isArray(input)) {
    return {
      length: input.length,
      choose: (rows) => Array.from(rows, (row) => input[row] as unknown),
    };
  }
  if (isTypedArray(input)) return typedRows(input as Float64Array, 1);
  const tensor = asTensorLike(input, name);
  return tensor && tensorRows(tensor, input, name);
}

function typedRows(values: Float64Array, d: number): Rows & { choose(rows: Int32Array): unknown } {
  const choose = (rows: Int32Array): unknown => {
    const made = new (values.constructor as Float64ArrayConstructor)(rows.length * d);
    for (let k = 0; k < rows.length; k++) {
      for (let j = 0; j < d; j++) made[k * d + j] = values[rows[k]! * d + j]!;
    }
    return made;
  };
  return { length: values.length / d, choose };
}

function tensorRows(tensor: TensorLike, input: unknown, name: string): Rows {
  // An input that squeezes to one dimension has one row per element.
  const size = tensor.shape.reduce((product, length) => product * length, 1);
  const isFlat = tensor.shape.filter((length) => length !== 1).length <= 1;
  const length = isFlat ? size : tensor.shape[0]!;
  const d = length === 0 ? 1 : size / length;
  let read: ArrayLike<number> | undefined;
  return {
    length,
    choose: (rows) => {
      const values = (read ??= readElements(tensor, name) as ArrayLike<number>);
      const elements = isTypedArray(values)
        ? (typedRows(values as Float64Array, d).choose(rows) as Float64Array)
        : Array.from({ length: rows.length * d }, (_, k) => values[rows[Math.floor(k / d)]! * d + (k % d)]!);
      const { dtype } = tensor;
      const shape = tensor.shape[0] === length ? [rows.length, ...tensor.shape.slice(1)] : [rows.length];
      if (!isTensorLike(input)) return { data: elements, shape, type: dtype };
      return { dtype, shape, dataSync: () => elements, data: () => Promise.resolve(elements) };
    },
  };
}
