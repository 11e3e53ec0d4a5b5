import type { Label } from './labels.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { readRow } from './readRow.ts';
import { defineOptions } from './options/defineOptions.ts';
import { optionCheck } from './options/optionCheck.ts';

/** A pair of labels with its count. */
export interface CountedPair {
  /** Predicted label. */
  readonly pred: Label;
  /** True label. */
  readonly target: Label;
  /** Number of samples with this pair of labels, or the sum of their weights. */
  readonly count: number | bigint;
}

/** Labels of the rows and columns of a matrix. */
interface MatrixLabels {
  /** Label of each column. Default: 0, 1, 2, …. */
  readonly predLabels?: readonly Label[] | undefined;
  /** Label of each row. Default: 0, 1, 2, …. */
  readonly targetLabels?: readonly Label[] | undefined;
}

const matrixOptions = /* @__PURE__ */ defineOptions<MatrixLabels>('fromMatrix', () => {
  const list = optionCheck((value) => Array.isArray(value), 'a list of labels');
  return { predLabels: list, targetLabels: list };
});

/** Counted pairs as columns of labels and weights. */
interface PairColumns {
  readonly preds: Label[];
  readonly target: Label[];
  readonly sampleWeight: number[];
}

/** @throws {@link MetricInputError} if a count is negative or not finite. */
export function readCountedPairs(counts: Iterable<CountedPair>): PairColumns {
  if (typeof (counts as Partial<Iterable<CountedPair>> | null)?.[Symbol.iterator] !== 'function') {
    throw inputError('counts', 'a list of { pred, target, count }', counts);
  }
  const columns: PairColumns = { preds: [], target: [], sampleWeight: [] };
  for (const pair of counts) {
    const index = columns.preds.length;
    if (typeof pair !== 'object' || pair === null) {
      throw inputError(`counts[${index}]`, '{ pred, target, count }', pair);
    }
    columns.sampleWeight.push(readCount(pair.count, `counts[${index}].count`));
    columns.preds.push(pair.pred);
    columns.target.push(pair.target);
  }
  return columns;
}

/**
 * @throws {@link MetricInputError} if rows differ in length, the number of labels does not match, or a count is
 * invalid.
 */
export function readMatrix(matrix: readonly ArrayLike<number>[], options: MatrixLabels): PairColumns {
  const { targetLabels, predLabels } = matrixOptions(options);
  if (!Array.isArray(matrix)) {
    throw inputError('matrix', 'a list of rows', matrix);
  }
  let width = 0;
  const rows = Array.from(matrix as readonly unknown[], (value, i) => {
    const row = readRow(value, `matrix[${i}]`, 'counts', i === 0 ? undefined : width);
    width = row.length;
    return row;
  });
  const rowLabels = targetLabels ?? rows.map((_, row) => row);
  const columnLabels = predLabels ?? Array.from({ length: width }, (_, column) => column);
  requireAsMany('targetLabels', rowLabels, rows.length, 'rows');
  requireAsMany('predLabels', columnLabels, width, 'columns');
  const columns: PairColumns = { preds: [], target: [], sampleWeight: [] };
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < width; j++) {
      columns.sampleWeight.push(readCount(row[j], `matrix[${i}][${j}]`));
      columns.preds.push(columnLabels[j]!);
      columns.target.push(rowLabels[i]!);
    }
  }
  return columns;
}

function readCount(value: unknown, place: string): number {
  const count = typeof value === 'bigint' ? Number(value) : value;
  if (typeof count === 'number' && count >= 0 && count < Infinity) return count;
  throw inputError(place, 'a finite number ≥ 0', value);
}

function requireAsMany(name: string, labels: readonly Label[], size: number, what: string): void {
  if (labels.length === size) return;
  throw new MetricInputError(
    `${name}: expected one label for each of ${size} ${what} of the matrix, got ${labels.length}`,
  );
}
