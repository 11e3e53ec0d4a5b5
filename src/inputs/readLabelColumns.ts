import type { NumericTypedArray } from './isTypedArray.ts';
import type { Label } from './labels.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { readRow } from './readRow.ts';
import { asTensorLike, readElements, type TensorData, type TensorLike } from './tensorLike.ts';

/** Values of one row or column. */
type LabelList = NumericTypedArray | readonly (Label | bigint | null | undefined)[];

/**
 * Labels of N samples in several variables: a tensor `[N, variables]` or an array of N rows. Columns may hold labels
 * of different kinds.
 */
export type LabelMatrix = TensorLike | TensorData | readonly LabelList[];

/**
 * Returns the columns of a matrix of labels, without checking the labels.
 *
 * @throws {@link MetricInputError} if the input is not a matrix, or its rows differ in length.
 */
export function readLabelColumns(input: unknown, name: string): LabelList[] {
  const tensor = Array.isArray(input) ? undefined : asTensorLike(input, name);
  if (tensor) return tensorColumns(tensor, name);
  if (!Array.isArray(input)) {
    throw inputError(name, 'a tensor [N, variables] or an array of rows', input);
  }
  let width = 0;
  const rows = Array.from(input as readonly unknown[], (value, i) => {
    const row = readRow(value, `${name}[${i}]`, 'labels', i === 0 ? undefined : width);
    width = row.length;
    return row as ArrayLike<Label>;
  });
  return Array.from({ length: width }, (_, j) => rows.map((row) => row[j]!));
}

function tensorColumns(tensor: TensorLike, name: string): LabelList[] {
  const { shape, dtype } = tensor;
  if (shape.length !== 2) {
    throw new MetricInputError(`${name}: expected a tensor of shape [N, variables], got shape [${shape.join(', ')}]`);
  }
  const [n, width] = shape as [number, number];
  // Arrays of other types, also of strings, are copied in the same way.
  const values = readElements(tensor, name) as Int32Array;
  const columns = Array.from({ length: width }, (_, j) => columnOf(values, j, n, width));
  return dtype === 'bool' ? columns.map((column) => Array.from(column, Boolean)) : columns;
}

/** Returns a column of a matrix of n rows, as an array of the same type. */
function columnOf(values: Int32Array, j: number, n: number, width: number): Int32Array {
  const column = values.slice(0, n);
  for (let i = 0, place = j; i < n; i++, place += width) column[i] = values[place]!;
  return column;
}
