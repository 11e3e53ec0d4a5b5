import type { NumericTypedArray } from './isTypedArray.ts';
import type { Label } from './labels.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import type { NominalLabels } from './presentPairs.ts';
import { readRow } from './readRow.ts';
import { asTensorLike, readElements, type TensorData, type TensorLike } from './tensorLike.ts';

/**
 * Labels of N samples in several variables: a tensor `[N, variables]` or an array of N rows. Columns may hold labels
 * of different kinds.
 */
export type LabelMatrix =
  TensorLike | TensorData | readonly (NumericTypedArray | readonly (Label | bigint | null | undefined)[])[];

/**
 * Returns the columns of a matrix of labels, without checking the labels.
 *
 * @throws {@link MetricInputError} if the input is not a matrix, or its rows differ in length.
 */
export function readLabelColumns(input: unknown, name: string): NominalLabels[] {
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

function tensorColumns(tensor: TensorLike, name: string): NominalLabels[] {
  const { shape, dtype } = tensor;
  if (shape.length !== 2) {
    throw new MetricInputError(`${name}: expected a tensor of shape [N, variables], got shape [${shape.join(', ')}]`);
  }
  const [n, width] = shape as [number, number];
  const values = readElements(tensor, name) as ArrayLike<Label>;
  const toLabel = dtype === 'bool' ? Boolean : (value: Label): Label => value;
  return Array.from({ length: width }, (_, j) => Array.from({ length: n }, (__, i) => toLabel(values[i * width + j]!)));
}
