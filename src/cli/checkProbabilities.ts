import { SUM_TOLERANCE } from '../inputs/classification/classScores.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { badData } from './commandError.ts';
import type { TableFile } from './files/tableFile.ts';
import { printable } from './printable.ts';

/** @throws {@link CommandError} if a value is not a probability, or the values of a row do not sum to 1. */
export function checkProbabilities(
  file: TableFile,
  columns: readonly string[],
  { data, shape: [n, d] }: FlatSamples,
  places: readonly number[],
): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < d; j++) {
      const value = data[i * d + j]!;
      sum += value;
      if (value >= 0 && value <= 1) continue;
      throw badData(
        `${file.name}: column "${printable(columns[j]!)}", row ${places[i]!}: expected a probability from 0 to 1, got ${value}; --logits reads logits`,
      );
    }
    if (d === 1 || Math.abs(sum - 1) <= SUM_TOLERANCE) continue;
    throw badData(
      `${file.name}: row ${places[i]!}: expected probabilities in --scores with a sum of 1, got a sum of ${sum}; --logits reads logits`,
    );
  }
}
