import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import type { PairOptions } from '../inputs/labelPairs.ts';
import type { Labels } from '../inputs/labels.ts';
import { inputError } from '../inputs/metricInputError.ts';
import type { OptionsReader } from '../inputs/options/defineOptions.ts';
import { checkWeightValues } from '../inputs/sampleWeight.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { LabelTable } from '../state/tables/labelTable.ts';
import { readArguments } from './readArguments.ts';
import { scoreOfSamples } from './undefinedScore.ts';

/** Arguments of a score of two labelings: a contingency table, or the labels. */
export type TableArguments<Options> =
  | readonly [table: ContingencyTable, options?: Options | undefined]
  | readonly [preds: Labels, target: Labels, options?: (Options & PairOptions) | undefined];

/** Table and options that a score of two labelings was called with. */
export interface ReadTable<Options> {
  readonly owner: string;
  readonly table: ContingencyTable;
  readonly options: Options;
}

/** Reads the arguments of a score of two labelings, and removes ignored labels from the table. */
export function readTable<Options extends LabelOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: TableArguments<Options>,
): ReadTable<Options> {
  const { state, options, sampleWeight } = readArguments(
    owner,
    reader,
    args,
    (first) => first instanceof LabelTable,
    (preds: Labels, target: Labels, { sampleWeight }): ContingencyTable =>
      new LabelTable().add(preds, target, { sampleWeight }),
  );
  const reason = reader.wholeWeightsReason(options);
  if (reason !== undefined) {
    const counts = sampleWeight == null ? state.cells.count : checkWeightValues(sampleWeight);
    requireWholeCounts(owner, reason, counts);
  }
  const { ignoreLabel } = options;
  return { owner, table: ignoreLabel === undefined ? state : state.without(ignoreLabel), options };
}

/**
 * Checks that weights are whole numbers, for scores that count or permute samples.
 *
 * @throws {@link MetricInputError} if a count is not a whole number.
 */
export function requireWholeCounts(owner: string, reason: string, counts: Float64Array): void {
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === Math.floor(counts[k]!)) continue;
    throw inputError(owner, `whole numbers as weights, because ${reason}`, counts[k]);
  }
}

/**
 * Returns a score of a table that {@link readTable} returned; empty tables are handled as in {@link scoreOfSamples}.
 */
export function scoreOfTable<Options extends LabelOptions>(
  { owner, table, options }: ReadTable<Options>,
  score: (table: ContingencyTable, options: Options) => number,
): number {
  return scoreOfSamples(owner, table.n, options.onUndefined, () => score(table, options));
}
