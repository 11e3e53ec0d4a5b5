import { describeValue } from './describeValue.ts';
import type { Label } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';
import { readRow } from './readRow.ts';
import { defineOptions } from './defineOptions.ts';
import { optionCheck } from './optionCheck.ts';

/** A pair of labels and how often it occurs. */
export interface CountedPair {
  /** The predicted label. */
  readonly pred: Label;
  /** The true label. */
  readonly target: Label;
  /** How many samples have this pair of labels, or the sum of their weights. */
  readonly count: number | bigint;
}

/** What labels the rows and columns of a matrix stand for. */
export interface MatrixLabels {
  /** The label of each column; 0, 1, 2, … when left out. */
  readonly predLabels?: readonly Label[] | undefined;
  /** The label of each row; 0, 1, 2, … when left out. */
  readonly targetLabels?: readonly Label[] | undefined;
}

const matrixOptions = /* @__PURE__ */ defineOptions<MatrixLabels>('fromMatrix', () => {
  const list = optionCheck((value) => Array.isArray(value), 'a list of labels');
  return { predLabels: list, targetLabels: list };
});

/** Counted pairs column by column, as labels with weights. */
export interface PairColumns {
  readonly preds: Label[];
  readonly target: Label[];
  readonly sampleWeight: number[];
}

/** @throws {@link MetricInputError} when a count is below 0 or not finite. */
export function readCountedPairs(counts: Iterable<CountedPair>): PairColumns {
  if (typeof (counts as Partial<Iterable<CountedPair>> | null)?.[Symbol.iterator] !== 'function') {
    throw new MetricInputError(`counts: expected a list of { pred, target, count }, got ${describeValue(counts)}`);
  }
  const columns: PairColumns = { preds: [], target: [], sampleWeight: [] };
  for (const pair of counts) {
    const index = columns.preds.length;
    if (typeof pair !== 'object' || pair === null) {
      throw new MetricInputError(`counts[${index}] is ${describeValue(pair)}: expected { pred, target, count }`);
    }
    columns.sampleWeight.push(readCount(pair.count, `counts[${index}].count`));
    columns.preds.push(pair.pred);
    columns.target.push(pair.target);
  }
  return columns;
}

/** @throws {@link MetricInputError} when rows differ in length, labels don't fit, or a count is none. */
export function readMatrix(matrix: readonly ArrayLike<number>[], options: MatrixLabels): PairColumns {
  const { targetLabels, predLabels } = matrixOptions(options);
  if (!Array.isArray(matrix)) {
    throw new MetricInputError(`matrix: expected a list of rows, got ${describeValue(matrix)}`);
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
  throw new MetricInputError(`${place} is ${describeValue(value)}: expected a finite number, 0 or above`);
}

function requireAsMany(name: string, labels: readonly Label[], size: number, what: string): void {
  if (labels.length === size) return;
  throw new MetricInputError(
    `${name} has ${labels.length} labels and the matrix ${size} ${what}: expected one label for each`,
  );
}
