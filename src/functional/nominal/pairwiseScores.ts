import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import { requireNoReadingOptions } from '../../inputs/options/optionCheck.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { readWeightedOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import { MISSING_READING_OPTIONS, type NominalOptions } from '../../inputs/options/nominalOptions.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { scoreOfSamples } from '../undefinedScore.ts';

/** Arguments of a matrix of scores: labels, or pairwise contingency tables. */
export type PairwiseArguments<Options> = readonly [
  matrix: LabelMatrix | PairwiseTables,
  options?: (Options & PairOptions) | undefined,
];

/**
 * Returns the scores of all pairs of variables; entry [i][j] has variable i as preds and j as target. Diagonal
 * entries are 1 if any pair with the variable has samples.
 */
export function pairwiseScores<Options extends NominalOptions>(
  owner: string,
  score: (table: ContingencyTable, options: Options) => number,
  reader: OptionsReader<Options>,
  [matrix, given]: PairwiseArguments<Options>,
  { isSymmetric }: { isSymmetric: boolean } = { isSymmetric: true },
): number[][] {
  const [options, sampleWeight] = readWeightedOptions(reader, given, owner);
  if (matrix instanceof PairwiseTables) {
    requireNoReadingOptions(owner, { ...options, sampleWeight }, [...MISSING_READING_OPTIONS, 'sampleWeight']);
  }
  const { nanStrategy, nanReplaceValue } = options;
  const ofTable = withoutOptions(options, MISSING_READING_OPTIONS) as Options;
  const tables =
    matrix instanceof PairwiseTables
      ? matrix
      : PairwiseTables.of(matrix, { sampleWeight, nanStrategy, nanReplaceValue });
  const variables = Array.from({ length: tables.variables }, (_, i) => i);
  const scores = variables.map(() => variables.map(() => NaN));
  const samples = variables.map(() => Number(variables.length === 1));
  for (const i of variables) {
    for (const j of variables.slice(0, i)) {
      const counted = tables.table(j, i);
      const { n } = options.ignoreLabel === undefined ? counted : counted.without(options.ignoreLabel);
      for (const v of [i, j]) samples[v] = Math.max(samples[v]!, n);
      scores[j]![i] = score(counted, ofTable);
      scores[i]![j] = isSymmetric ? scores[j]![i]! : score(tables.table(i, j), ofTable);
    }
  }
  for (const i of variables) {
    scores[i]![i] = scoreOfSamples(owner, samples[i]!, options.onUndefined, () => 1);
  }
  return scores;
}
