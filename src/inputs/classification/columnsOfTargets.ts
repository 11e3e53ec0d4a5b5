import { ignoredKeys } from '../ignoredLabels.ts';
import { describeValue } from '../describeValue.ts';
import type { CheckedLabels, Label } from '../labels.ts';
import { labelPlaces } from '../labelPlaces.ts';
import { inputError, MetricInputError } from '../metricInputError.ts';
import type { ClassReadingOptions } from '../options/classReadingOptions.ts';

/** Column of a target that is ignored. */
export const NO_COLUMN = -1;

/**
 * Returns the column of class scores of each target; `NO_COLUMN` if it is ignored.
 *
 * @param columns - number of columns of the class scores.
 * @throws {@link MetricInputError} if a target has no column.
 */
export function columnsOfTargets(
  { kind, values }: CheckedLabels,
  columns: number,
  { labels, ignoreLabel }: Pick<ClassReadingOptions, 'labels' | 'ignoreLabel'>,
): Int32Array {
  requireNames(labels, columns, 'preds');
  if (labels === undefined && kind === 'string' && values.length > 0) {
    throw new MetricInputError(
      `preds: expected the option "labels", which names the ${columns} columns of class scores, because target labels are ` +
        'strings, got none',
    );
  }
  const names = labels ?? Array.from({ length: columns }, (_, k) => k);
  const places = new Map(labelPlaces(names));
  for (const key of ignoredKeys(ignoreLabel)) places.set(key, NO_COLUMN);
  const found = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const column = places.get(values[i]!);
    if (column === undefined) throw withoutColumn(values[i]!, i, columns, labels);
    found[i] = column;
  }
  return found;
}

function withoutColumn(
  value: Label,
  index: number,
  columns: number,
  labels: readonly Label[] | undefined,
): MetricInputError {
  return labels === undefined
    ? inputError(
        `target[${index}]`,
        `a class from 0 to ${columns - 1}, because preds have ${columns} columns`,
        value,
        'name other classes with the option "labels"',
      )
    : inputError(
        `target[${index}]`,
        'a label of the option "labels"',
        value,
        'add it, or exclude it with "ignoreLabel"',
      );
}

/**
 * Returns columns of class scores as labels.
 *
 * @throws {@link MetricInputError} if the option `labels` does not name each column.
 */
export function nameColumns(
  places: Int32Array,
  columns: number,
  labels: readonly Label[] | undefined,
  name: string,
): Int32Array | Label[] {
  requireNames(labels, columns, name);
  return labels === undefined ? places : Array.from(places, (column) => labels[column]!);
}

/**
 * Checks that the option `labels` names each column.
 *
 * @param name - name of the columns, for error messages, which list the labels if `isListed` is true.
 * @throws {@link MetricInputError} if it has more labels or fewer.
 */
export function requireNames(
  labels: readonly Label[] | undefined,
  columns: number,
  name: string,
  isListed = false,
): void {
  if (labels === undefined || labels.length === columns) return;
  const list = isListed ? ` (${labels.map(describeValue).join(', ')})` : '';
  throw new MetricInputError(
    `${name}: expected ${labels.length} columns, one for each of the option "labels"${list}, got ${columns}`,
  );
}
