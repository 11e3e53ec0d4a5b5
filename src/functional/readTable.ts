import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import { readWeightedOptions, type PairOptions } from '../inputs/labelPairs.ts';
import type { Labels } from '../inputs/labels.ts';
import { inputError } from '../inputs/metricInputError.ts';
import type { OptionsReader } from '../inputs/options/defineOptions.ts';
import { checkWeightValues } from '../inputs/sampleWeight.ts';
import { withScratchMemory } from '../numeric/withScratchMemory.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { cellsOfLabels } from '../state/tables/cellsOfLabels.ts';
import { LabelTable } from '../state/tables/labelTable.ts';
import type { TableCells } from '../state/tables/tableCells.ts';
import { scoreOfSamples } from './undefinedScore.ts';

/** Arguments of a score of two labelings: a contingency table, or the labels. */
export type TableArguments<Options> =
  | readonly [table: ContingencyTable, options?: Options | undefined]
  | readonly [preds: Labels, target: Labels, options?: (Options & PairOptions) | undefined];

/** Cells of a table, and options, that a score was called with. */
export interface ReadTable<Options, Cells = TableCells> {
  readonly owner: string;
  readonly cells: Cells;
  readonly options: Options;
}

/** Reads the arguments of a score of two labelings, without ignored labels. */
export function readTable<Options extends LabelOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  [first, second, third]: TableArguments<Options>,
): ReadTable<Options> {
  // Not by `readArguments`, because a table of its own would bring what tables do between batches into bundles.
  if (first instanceof LabelTable) {
    const options = reader(second, owner);
    const reason = reader.wholeWeightsReason(options);
    if (reason !== undefined) requireWholeCounts(owner, reason, first.cells.count);
    const { ignoreLabel } = options;
    const { cells } = ignoreLabel === undefined ? first : first.without(ignoreLabel);
    return { owner, cells, options };
  }
  const [options, sampleWeight] = readWeightedOptions(reader, third, owner);
  const cells = cellsOfLabels(first, second, { sampleWeight, ignoreLabel: options.ignoreLabel });
  const reason = reader.wholeWeightsReason(options);
  if (reason !== undefined && sampleWeight != null) {
    requireWholeCounts(owner, reason, checkWeightValues(sampleWeight));
  }
  return { owner, cells, options };
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
 * Reads a table or confusion matrix, and returns a score of its cells; empty ones are handled as in
 * {@link scoreOfSamples}. `score` must not keep the cells that it gets.
 */
export function scoreOfTable<Cells extends { readonly n: number }, Options extends Pick<LabelOptions, 'onUndefined'>>(
  read: () => ReadTable<Options, Cells>,
  score: (cells: Cells, options: Options) => number,
): number {
  return withScratchMemory(() => {
    const { owner, cells, options } = read();
    return scoreOfSamples(owner, cells.n, options.onUndefined, () => score(cells, options));
  });
}
