import type { ClassCells } from '../../functional/classification/confusion/countClasses.ts';
import { MAX_LABELS, shownLabels, type HeatMap } from './heatMap.ts';

/**
 * Creates a heat map of a confusion matrix, with the same classes in the same order on both sides. If there are more
 * than `most` classes, the largest are shown and the others are summed.
 */
export function confusionMap({ labels, row, column, count }: ClassCells, most: number = MAX_LABELS): HeatMap {
  const sizes = new Float64Array(labels.length);
  for (let k = 0; k < count.length; k++) {
    sizes[row[k]!]! += count[k]!;
    sizes[column[k]!]! += count[k]!;
  }
  const { names, placeOf } = shownLabels(labels, sizes, most);
  const counts = names.map(() => names.map(() => 0));
  for (let k = 0; k < count.length; k++) counts[placeOf[row[k]!]!]![placeOf[column[k]!]!]! += count[k]!;
  return { rows: names, columns: names, counts };
}
