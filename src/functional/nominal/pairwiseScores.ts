import type { LabelMatrix } from '../../inputs/labelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalOptions } from '../../inputs/nominalOptions.ts';
import { readOptions, type OptionSchema } from '../../inputs/options.ts';
import type { ContingencyTable } from '../../state/contingencyTable.ts';
import { PairwiseTables } from '../../state/pairwiseTables.ts';

/** What a matrix of scores can be called with: labels, or tables in which they are counted. */
export type PairwiseArguments<Options> = readonly [
  matrix: LabelMatrix | PairwiseTables,
  options?: (Options & PairOptions) | undefined,
];

/**
 * The scores of all pairs of variables, entry [i][j] with variable i as preds and j as target. Each
 * variable scores 1 with itself.
 */
export function pairwiseScores<Options extends NominalOptions>(
  owner: string,
  score: (table: ContingencyTable, options: Options) => number,
  schema: OptionSchema<Options>,
  [matrix, given]: PairwiseArguments<Options>,
  { isSymmetric }: { isSymmetric: boolean } = { isSymmetric: true },
): number[][] {
  const isObject = typeof given === 'object' && given !== null;
  const { sampleWeight, ...rest } = (isObject ? given : {}) as Options & PairOptions;
  const options = readOptions(owner, schema, isObject ? rest : given);
  const { nanStrategy, nanReplaceValue } = options;
  const tables =
    matrix instanceof PairwiseTables
      ? matrix
      : PairwiseTables.of(matrix, { sampleWeight, nanStrategy, nanReplaceValue });
  const variables = Array.from({ length: tables.variables }, (_, i) => i);
  const scores = variables.map((i) => variables.map((j) => Number(i === j)));
  for (const i of variables) {
    for (const j of variables) {
      if (i < j || (i > j && !isSymmetric)) scores[i]![j] = score(tables.table(i, j), options);
      else scores[i]![j] = scores[j]![i]!;
    }
  }
  return scores;
}
