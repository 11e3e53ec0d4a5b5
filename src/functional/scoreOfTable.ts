import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { scoreOfSamples } from './scoreOfSamples.ts';
import type { ReadTable } from './tableArguments.ts';

/**
 * Returns a score of a table that {@link readTable} returned; empty tables are handled as in {@link scoreOfSamples}.
 */
export function scoreOfTable<Options extends LabelOptions>(
  { owner, table, options }: ReadTable<Options>,
  score: (table: ContingencyTable, options: Options) => number,
): number {
  return scoreOfSamples(owner, table.n, options.onUndefined, () => score(table, options));
}
