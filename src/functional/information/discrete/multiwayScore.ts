import { readWeightedOptions, type PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { readArgument } from '../../../inputs/options/defineOptions.ts';
import { optionCheck, requireNoReadingOptions } from '../../../inputs/options/optionCheck.ts';
import { groupTuples } from '../../../state/tables/codedTuples.ts';
import { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import { scoreOfSamples } from '../../undefinedScore.ts';
import { entropyEstimator } from './entropyEstimator.ts';
import type { GroupCounts } from './shrinkageIntensity.ts';
import { estimatorOptions, type EstimatorOptions } from './estimatorOptions.ts';
import { inBase } from './informationOptions.ts';

/** Returns the labelings to condition on, one or a list of several, as a list, which may be empty. */
export function listOfLabels(given: Labels | readonly Labels[]): readonly Labels[] {
  const isList = Array.isArray(given) && given.every((labels) => typeof labels === 'object' && labels !== null);
  return isList ? (given as readonly Labels[]) : [given as Labels];
}

/** @throws {@link MetricInputError} if the argument is not a list of at least one variable. */
export function requireVariables(variables: readonly Labels[]): void {
  const isList = optionCheck(
    (value) => Array.isArray(value) && value.length > 0,
    'a non-empty array with the labels of each variable',
  );
  readArgument('variables', isList, variables);
}

/** Input of an information measure: a table and the entropies of its variables. */
interface MultiwayInformation {
  readonly table: MultiwayTable;
  /** Indices of all variables of the table: 0, 1, 2, … */
  readonly all: readonly number[];
  /** True for the plug-in estimator, where forms without cancellation replace sums of entropies. */
  readonly isPlugIn: boolean;
  /** Returns the joint entropy of some variables, in nats. */
  readonly entropyOf: (variables: readonly number[]) => number;
}

/**
 * Computes an information measure of several variables, in the unit that the options name.
 *
 * @throws {@link MetricInputError} if an input or option is invalid.
 */
export function multiwayScore(
  owner: string,
  variables: MultiwayTable | readonly Labels[],
  given: (EstimatorOptions & PairOptions) | undefined,
  score: (of: MultiwayInformation) => number,
): number {
  const [options, sampleWeight] = readWeightedOptions(estimatorOptions, given, owner);
  if (variables instanceof MultiwayTable) requireNoReadingOptions(owner, { sampleWeight }, ['sampleWeight']);
  const counted = variables instanceof MultiwayTable ? variables : MultiwayTable.of(variables, { sampleWeight });
  const { ignoreLabel, onUndefined, base, estimator = 'plugIn' } = options;
  const table = ignoreLabel === undefined ? counted : counted.without(ignoreLabel);
  return scoreOfSamples(owner, table.n, onUndefined, () => {
    const all = Array.from({ length: table.variables }, (_, v) => v);
    const estimate = entropyEstimator(owner, options, groupCounts(table, all), table.n);
    const entropyOf = (of: readonly number[]): number => (of.length === 0 ? 0 : estimate(groupCounts(table, of)));
    return inBase(score({ table, all, isPlugIn: estimator === 'plugIn', entropyOf }), base);
  });
}

function groupCounts({ cells }: MultiwayTable, variables: readonly number[]): GroupCounts {
  const codes = variables.map((v) => cells.codes[v]!);
  const possible = codes.reduce((product, column) => product * new Set(column).size, 1);
  return { sizes: groupTuples(codes, cells.count).sizes, possible };
}
