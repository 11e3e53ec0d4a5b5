import { describeValue } from '../inputs/describeValue.ts';
import type { LabelOptions } from '../inputs/labelOptions.ts';
import type { PairOptions } from '../inputs/labelPairs.ts';
import type { Labels } from '../inputs/labels.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { readOptions, splitOption, type OptionSchema } from '../inputs/options.ts';
import { checkWeightValues } from '../inputs/sampleWeight.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';

/** What a score of two labelings can be called with: a table, or the labels to count into one. */
export type TableArguments<Options> =
  | readonly [table: ContingencyTable, options?: Options | undefined]
  | readonly [preds: Labels, target: Labels, options?: (Options & PairOptions) | undefined];

/** What a score of two labelings was called with. */
export interface ReadTable<Options> {
  readonly owner: string;
  readonly table: ContingencyTable;
  readonly options: Options;
}

/** Reads the table and the options that a score was called with. Labels to ignore are left out. */
export function readTable<Options extends LabelOptions>(
  owner: string,
  schema: OptionSchema<Options>,
  args: TableArguments<Options>,
  wholeWeightsReason?: string,
): ReadTable<Options> {
  const isTable = isTableCall(args);
  const [table, given] = isTable ? args : countLabels(owner, args as LabelsCall<Options>);
  const options = readOptions(owner, schema, given, isTable ? [] : ['sampleWeight']);
  if (wholeWeightsReason !== undefined) {
    const sampleWeight = isTable ? undefined : (args[2] as PairOptions | undefined)?.sampleWeight;
    const counts = sampleWeight == null ? table.cells.count : checkWeightValues(sampleWeight);
    requireWholeCounts(owner, wholeWeightsReason, counts);
  }
  const { ignoreLabel } = options;
  return { owner, table: ignoreLabel === undefined ? table : table.without(ignoreLabel), options };
}

type TableCall<Options> = Extract<TableArguments<Options>, readonly [ContingencyTable, ...unknown[]]>;
type LabelsCall<Options> = Exclude<TableArguments<Options>, TableCall<Options>>;

function isTableCall<Options>(args: TableArguments<Options>): args is TableCall<Options> {
  return args[0] instanceof ContingencyTable;
}

function countLabels<Options extends object>(
  owner: string,
  [preds, target, given]: LabelsCall<Options>,
): TableCall<Options> {
  const [sampleWeight, others] = splitOption(owner, given, 'sampleWeight');
  return [ContingencyTable.of(preds, target, { sampleWeight }), others as Options | undefined];
}

/**
 * Refuses weights that are no counts, for scores that compare samples or permute them.
 *
 * @throws {@link MetricInputError} that names the score, the reason and the count.
 */
export function requireWholeCounts(owner: string, reason: string, counts: Float64Array): void {
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === Math.floor(counts[k]!)) continue;
    throw new MetricInputError(
      `${owner} takes whole numbers as weights, for ${reason}; got ${describeValue(counts[k])}`,
    );
  }
}
