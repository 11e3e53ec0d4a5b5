import type { Label } from '../../inputs/labels.ts';
import { empty, zeros } from '../../numeric/withScratchMemory.ts';
import { boundsOf, boundsSize, type CodeBounds } from './codedCells.ts';
import type { LabelCodes } from './labelCodes.ts';
import { toPlaces } from './sortCodes.ts';

/** Codes as ranks among the sorted labels that occur. */
export interface RankedLabels {
  /** The rank of each code's label among the sorted labels. */
  readonly index: Int32Array;
  /** Returns the labels that occur, ascending. */
  readonly labels: () => readonly Label[];
  /** The number of codes of each label. */
  readonly sizes: Int32Array;
}

/** Sorts the labels of codes within bounds, and returns the rank of each code's label. */
export function rankLabels(
  codes: Int32Array,
  labelCodes: LabelCodes,
  bounds: CodeBounds = boundsOf(codes),
): RankedLabels {
  // Labels that are not in the order of their codes are numbered from 0, so the array has few empty places.
  const ordered = labelCodes.areOrdered ? toPlaces(codes, bounds) : undefined;
  if (ordered?.codes === undefined) {
    return rankByPlace(codes, bounds.low | 0, zeros(Int32Array, boundsSize(bounds)), labelCodes);
  }
  const { places, size, codes: scattered } = ordered;
  const sizes = zeros(Int32Array, size);
  for (let k = 0; k < places.length; k++) sizes[places[k]!]!++;
  return { index: places, labels: labelCodes.labels(scattered), sizes };
}

/** Ranks codes by counting sort; `low` is their lower bound. */
function rankByPlace(codes: Int32Array, low: number, place: Int32Array, labelCodes: LabelCodes): RankedLabels {
  for (let k = 0; k < codes.length; k++) place[codes[k]! - low]!++;
  let count = 0;
  for (let k = 0; k < place.length; k++) if (place[k]! > 0) count++;
  const distinct = empty(Int32Array, count);
  for (let k = 0, next = 0; k < place.length; k++) if (place[k]! > 0) distinct[next++] = k + low;
  const labels = sortByLabel(distinct, labelCodes);
  const sizes = empty(Int32Array, count);
  for (let i = 0; i < count; i++) sizes[i] = place[distinct[i]! - low]!;
  if (labelCodes.areOrdered && low === 0 && distinct.length === place.length) {
    return { index: codes, labels, sizes };
  }
  for (let i = 0; i < distinct.length; i++) place[distinct[i]! - low] = i;
  const index = empty(Int32Array, codes.length);
  for (let k = 0; k < codes.length; k++) index[k] = place[codes[k]! - low]!;
  return { index, labels, sizes };
}

/** Sorts ascending codes by their labels, in place, and returns a function that returns the labels. */
function sortByLabel(codes: Int32Array, labelCodes: LabelCodes): () => readonly Label[] {
  if (!labelCodes.areOrdered && labelCodes.kind === 'number') {
    // Typed arrays sort numbers fastest without a comparator.
    const values = empty(Float64Array, codes.length);
    for (let k = 0; k < codes.length; k++) values[k] = labelCodes.rawLabel(codes[k]!) as number;
    values.sort();
    for (let k = 0; k < codes.length; k++) codes[k] = labelCodes.encodeLabel(values[k]!);
  } else if (!labelCodes.areOrdered) {
    codes.sort((a, b) => (labelCodes.rawLabel(a) < labelCodes.rawLabel(b) ? -1 : 1));
  }
  return labelCodes.labels(codes);
}
