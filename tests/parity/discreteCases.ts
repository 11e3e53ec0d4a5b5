import { readFileSync } from 'node:fs';
import { ContingencyTable, type Label } from 'tfjs-metrics';
import { hashLabels, type HashLabels } from './hashLabels.ts';

type ByAverage = Readonly<Record<'min' | 'geometric' | 'arithmetic' | 'max', number | null>>;

/** Exact values of one case: null if the formula is 0/0, absent if the file has no value. */
export interface DiscreteExpected {
  readonly n: number;
  readonly contingency?: readonly (readonly number[])[];
  readonly mutualInfo: number | null;
  readonly entropyPreds: number | null;
  readonly entropyTarget: number | null;
  readonly variationOfInformation?: number;
  readonly normalizedMutualInfo: ByAverage | null;
  readonly expectedMutualInfo?: number | null;
  readonly adjustedMutualInfo?: ByAverage | null;
  readonly homogeneity: number | null;
  readonly completeness: number | null;
  readonly vMeasure: Readonly<Record<'1' | '2' | '0.5', number | null>> | null;
  readonly pairConfusionMatrix?: readonly (readonly number[])[];
  readonly randScore: number | null;
  readonly adjustedRandScore: number | null;
  readonly fowlkesMallows: number | null;
  readonly clusterAccuracy: number | null;
  readonly purity: number | null;
  readonly inversePurity?: number;
  readonly cramersV: number | null;
  readonly cramersVBiasCorrected?: number | null;
  readonly cramersVBiasCorrectedYates?: number | null;
  readonly tschuprowsT: number | null;
  readonly tschuprowsTBiasCorrected?: number | null;
  readonly tschuprowsTBiasCorrectedYates?: number | null;
  readonly pearsonsContingencyCoefficient: number | null;
  readonly theilsU: number | null;
  readonly chiSquared?: number;
  readonly jointEntropy?: number;
}

/** A pair of labelings, or its contingency table, with exact values. */
export interface DiscreteCase {
  readonly name: string;
  readonly labels: { preds: ArrayLike<Label>; target: ArrayLike<Label> } | undefined;
  readonly table: ContingencyTable;
  readonly expected: DiscreteExpected;
}

interface StoredCase {
  readonly name: string;
  readonly input: {
    readonly preds?: Label[];
    readonly target?: Label[];
    readonly generator?: HashLabels;
    readonly contingency?: number[][];
  };
  readonly expected: DiscreteExpected;
}

const file = new URL('./golden/discrete.json', import.meta.url);

/** All cases of the golden file. */
export const discreteCases: readonly DiscreteCase[] = (
  JSON.parse(readFileSync(file, 'utf8')) as { cases: StoredCase[] }
).cases.map(({ name, input, expected }) => {
  if (input.contingency) {
    const table = ContingencyTable.fromMatrix(input.contingency);
    return { name, labels: undefined, table, expected };
  }
  const labels = input.generator ? hashLabels(input.generator) : { preds: input.preds!, target: input.target! };
  const table = ContingencyTable.of(labels.preds as Int32Array, labels.target as Int32Array);
  return { name, labels, table, expected };
});
