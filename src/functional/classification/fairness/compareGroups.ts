import { withoutOptions } from '../../../inputs/options/withoutOptions.ts';
import { checkGroupedLabels } from '../../../inputs/checkGroupedLabels.ts';
import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { readWeightedOptions, type PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { requireNoReadingOptions } from '../../../inputs/options/optionCheck.ts';
import { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { classOptions, type ClassOptions } from '../confusion/classOptions.ts';

/** Options for {@link demographicParity} and {@link equalOpportunity}. */
export type GroupFairnessOptions = Omit<ClassOptions, 'topK'>;

/** Comparison of a rate between groups. */
export interface GroupFairnessValue {
  /** Lowest rate divided by the highest: 1 if all groups have the same rate. */
  readonly ratio: number;
  /** Highest rate minus the lowest: 0 if all groups have the same rate. */
  readonly difference: number;
  /** Rate of each group, with labels of groups as keys. NaN for a rate that is 0/0. */
  readonly rates: Readonly<Record<string, number>>;
}

/** Reads {@link GroupFairnessOptions}. */
export const groupFairnessOptions: OptionsReader<GroupFairnessOptions> = /* @__PURE__ */ defineOptions(
  'GroupFairnessOptions',
  () => withoutOptions(classOptions.checks(), ['topK']),
);

/** Arguments of a measure of fairness: a table of predictions, targets and groups, or the samples. */
export type GroupFairnessArguments =
  | readonly [table: MultiwayTable, options?: Pick<GroupFairnessOptions, 'onUndefined'> | undefined]
  | readonly [
      preds: ClassPredictions,
      target: ClassTargets,
      groups: Labels,
      options?: (GroupFairnessOptions & PairOptions) | undefined,
    ];

/**
 * Compares a rate between groups: the share of positive predictions among the samples that count.
 *
 * @param counts - returns whether samples with this target, 0 or 1, count.
 */
export function compareGroups(
  owner: string,
  args: GroupFairnessArguments,
  counts: (target: number) => boolean,
): GroupFairnessValue {
  const { table, onUndefined } = readGroups(owner, args);
  const sums = new Map<string, { positive: number; total: number }>();
  for (const { labels, count } of table.entries()) {
    const [predicted, truth, group] = labels;
    const name = String(group);
    const sum = sums.get(name) ?? { positive: 0, total: 0 };
    sums.set(name, sum);
    if (!counts(Number(truth))) continue;
    sum.total += count;
    if (predicted === 1) sum.positive += count;
  }
  const rates = Object.fromEntries([...sums].sort().map(([group, { positive, total }]) => [group, positive / total]));
  const known = Object.values(rates).filter((rate) => !Number.isNaN(rate));
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  const defined = (value: number, reason: string): number =>
    Number.isNaN(value) ? undefinedScore(owner, onUndefined, NaN, reason) : value;
  const isKnown = known.length > 0;
  return {
    ratio: defined(isKnown ? least / greatest : NaN, 'the rate of every group is 0 or not known'),
    difference: defined(isKnown ? greatest - least : NaN, 'the rate of no group is known'),
    rates,
  };
}

function readGroups(
  owner: string,
  args: GroupFairnessArguments,
): { readonly table: MultiwayTable; readonly onUndefined: GroupFairnessOptions['onUndefined'] } {
  const [first, second, groups, given] = args;
  if (!(first instanceof MultiwayTable)) {
    const [options, sampleWeight] = readWeightedOptions(groupFairnessOptions, given, owner);
    const checked = checkGroupedLabels(first, second, groups, { ...options, sampleWeight });
    const table = MultiwayTable.of(checked.variables, { sampleWeight: checked.sampleWeight });
    return { table, onUndefined: options.onUndefined };
  }
  requireGroups(owner, first);
  const options = groupFairnessOptions(second, owner);
  requireNoReadingOptions(owner, options, 'all');
  return { table: first, onUndefined: options.onUndefined };
}

/** @throws {@link MetricInputError} if a table is not one of predictions and targets of 0 and 1, and groups. */
export function requireGroups(owner: string, table: MultiwayTable): void {
  if (table.variables === 0) return;
  const isBit = (label: unknown): boolean => label === 0 || label === 1;
  const isBinary = ({ labels }: { readonly labels: readonly unknown[] }): boolean => labels.slice(0, 2).every(isBit);
  if (table.variables === 3 && [...table.entries()].every(isBinary)) return;
  throw new MetricInputError(
    `${owner}: expected a table of predictions and targets, both 0 and 1, and groups, got ${table.variables} variables` +
      (table.variables === 3 ? ' with other labels' : ''),
  );
}
