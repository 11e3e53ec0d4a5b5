import { describeValue } from '../../../inputs/describeValue.ts';
import { labelKey, type Label } from '../../../inputs/labels.ts';
import { inputError, MetricInputError } from '../../../inputs/metricInputError.ts';
import type { OneVsRest } from '../../../state/tables/oneVsRest.ts';
import { recountedCells, type TableCells } from '../../../state/tables/tableCells.ts';
import { labelPlaces, type LabelPlaces } from '../../../inputs/labelPlaces.ts';

/** A confusion matrix over the same classes for predictions and targets. */
export interface ClassCells {
  /** Classes in order. */
  readonly labels: readonly Label[];
  /** Class of the target of each cell, as an index into `labels`. */
  readonly row: Int32Array;
  /** Predicted class of each cell, as an index into `labels`. */
  readonly column: Int32Array;
  /** Number of samples of each cell, or the sum of their weights. */
  readonly count: Float64Array;
  /** Number of samples, or the sum of their weights. */
  readonly n: number;
}

/**
 * Arranges the cells of a contingency table by class.
 *
 * @param order - all classes in order. Default: the labels that occur, sorted.
 * @param ignored - labels of targets to leave out.
 * @param places - {@link labelPlaces} of `order`, if known.
 * @throws {@link MetricInputError} if predictions and targets are of different kinds, or a label is not in `order`.
 */
export function classCells(
  owner: string,
  cells: TableCells,
  order: readonly Label[] | undefined,
  ignored: Label | readonly Label[] | undefined,
  places?: LabelPlaces,
): ClassCells {
  const { predLabels, targetLabels, row, column, count, n } =
    ignored === undefined ? cells : withoutTargets(cells, [ignored].flat() as Label[]);
  requireOneKind(owner, predLabels, targetLabels);
  const labels = order ?? unionOf(targetLabels, predLabels);
  const known = places ?? labelPlaces(labels);
  const placesOf = (side: string, used: readonly Label[]): number[] =>
    used.map((label) => {
      const place = known.get(labelKey(label));
      if (place !== undefined) return place;
      throw inputError(
        `${owner}: ${side}`,
        'a label of the option "labels"',
        label,
        'add it, or exclude it with "ignoreLabel"',
      );
    });
  const rows = placesOf('target', targetLabels);
  const columns = placesOf('preds', predLabels);
  return { labels, row: row.map((i) => rows[i]!), column: column.map((j) => columns[j]!), count, n };
}

/** Removes the cells of ignored targets, whatever is predicted for them. */
function withoutTargets(cells: TableCells, ignored: readonly Label[]): TableCells {
  const keys = new Set(ignored.map(labelKey));
  const isIgnored = cells.targetLabels.map((label) => keys.has(labelKey(label)));
  return recountedCells(
    cells,
    cells.count.map((count, k) => (isIgnored[cells.row[k]!] ? 0 : count)),
  );
}

function requireOneKind(owner: string, preds: readonly Label[], target: readonly Label[]): void {
  const [[pred], [truth]] = [preds, target];
  if (pred === undefined || truth === undefined) return;
  if (typeof labelKey(pred) === typeof labelKey(truth)) return;
  throw new MetricInputError(
    `${owner}: expected preds and target of one kind, got ${describeValue(pred)} and ${describeValue(truth)}`,
  );
}

/** Returns the distinct labels of both lists, ascending; numbers if one list has numbers and the other booleans. */
function unionOf(target: readonly Label[], preds: readonly Label[]): Label[] {
  const all = [...target, ...preds];
  const areBooleans = all.every((label) => typeof label === 'boolean');
  const distinct = [...new Set<Label>(areBooleans ? all : all.map(labelKey))];
  return distinct.sort((a, b) => (a < b ? -1 : 1));
}

/** Returns cells of the same shares with n from 1 to 2, so that products of small weights do not underflow. */
export function scaledCells(cells: ClassCells): ClassCells {
  // A power of two, so that no digit changes.
  const scale = 2 ** Math.min(1023, -Math.floor(Math.log2(cells.n)));
  return { ...cells, count: cells.count.map((count) => count * scale), n: cells.n * scale };
}

/** Counts true and false positives and negatives of each class. */
export function countClasses({ labels, row, column, count }: ClassCells): OneVsRest[] {
  const classes = labels.map(() => ({ tp: 0, fp: 0, fn: 0, tn: 0 }));
  for (let k = 0; k < count.length; k++) {
    const [truth, predicted] = [classes[row[k]!]!, classes[column[k]!]!];
    if (truth === predicted) {
      truth.tp += count[k]!;
    } else {
      truth.fn += count[k]!;
      predicted.fp += count[k]!;
    }
  }
  // Sums over the classes before and after each: the total minus the class would round.
  let [before, after] = [0, 0];
  for (let i = 0; i < classes.length; i++) {
    const [first, last] = [classes[i]!, classes[classes.length - 1 - i]!];
    first.tn += before;
    before += first.tp + first.fn;
    last.tn += after;
    after += last.tp + last.fn;
  }
  for (const counts of classes) counts.tn = Math.max(0, counts.tn - counts.fp);
  return classes;
}

/** Sums the counts of all classes. */
export function sumClasses(classes: readonly OneVsRest[]): OneVsRest {
  const total = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { tp, fp, fn, tn } of classes) {
    total.tp += tp;
    total.fp += fp;
    total.fn += fn;
    total.tn += tn;
  }
  return total;
}
