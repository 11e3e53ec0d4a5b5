import * as lib from 'tfjs-metrics';
import type { ContingencyMetric, ContingencyTable, Labels, LabelOptions } from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import type { DiscreteExpected } from './discreteCases.ts';

type Options = LabelOptions & lib.PairOptions & Record<string, unknown>;

/** A score of two labelings as function and class, with its golden value. */
export interface TableScore {
  readonly name: string;
  readonly score: {
    (table: ContingencyTable, options?: Options): number;
    (preds: Labels, target: Labels, options?: Options): number;
  };
  readonly make: (options?: Options) => ContingencyMetric<LabelOptions>;
  readonly options: Options;
  /** Returns the exact value: null if the formula is 0/0, undefined if the file has no value. */
  readonly expected: (of: DiscreteExpected) => number | null | undefined;
}

type Expected = TableScore['expected'];
type MetricClass = new (options?: Options) => ContingencyMetric<LabelOptions>;

function score(className: string, expected: Expected, options: Options = {}): TableScore {
  const functionName = className.charAt(0).toLowerCase() + className.slice(1);
  const all = lib as unknown as Record<string, unknown>;
  const metricClass = all[className] as MetricClass;
  const optionNames = Object.entries(options).map(nameOf).join(', ');
  return {
    name: optionNames === '' ? className : `${className} (${optionNames})`,
    score: all[functionName] as TableScore['score'],
    make: (more) => new metricClass({ ...options, ...more }),
    options,
    expected,
  };
}

function nameOf([name, value]: [string, unknown]): string {
  return typeof value === 'boolean' ? `${value ? '' : 'no '}${name}` : String(value);
}

const averages = ['min', 'geometric', 'arithmetic', 'max'] as const;

/** Scores with golden values, or with options to test besides the defaults. */
const knownScores: readonly TableScore[] = [
  score('MutualInfoScore', (of) => of.mutualInfo),
  ...averages.map((averageMethod) =>
    score('NormalizedMutualInfoScore', (of) => of.normalizedMutualInfo?.[averageMethod], {
      averageMethod,
    }),
  ),
  ...averages.map((averageMethod) =>
    score('AdjustedMutualInfoScore', (of) => of.adjustedMutualInfo?.[averageMethod], {
      averageMethod,
    }),
  ),
  score('RandScore', (of) => of.randScore),
  score('AdjustedRandScore', (of) => of.adjustedRandScore),
  score('JaccardScore', ({ pairConfusionMatrix }) => {
    if (pairConfusionMatrix === undefined) return undefined;
    const [[, fp], [fn, tp]] = pairConfusionMatrix as [[number, number], [number, number]];
    return fp + fn + tp === 0 ? null : tp / (fp + fn + tp);
  }),
  score('FowlkesMallowsIndex', (of) => of.fowlkesMallows),
  score('HomogeneityScore', (of) => of.homogeneity),
  score('CompletenessScore', (of) => of.completeness),
  ...(['1', '2', '0.5'] as const).map((beta) =>
    score('VMeasureScore', (of) => of.vMeasure?.[beta], { beta: Number(beta) }),
  ),
  score('ClusterAccuracy', (of) => of.clusterAccuracy),
  score('PurityScore', (of) => of.purity),
  score('VariationOfInformation', (of) => of.variationOfInformation),
  score('BCubedScore', () => undefined),
  score('BCubedScore', () => undefined, { component: 'precision' }),
  score('BCubedScore', () => undefined, { component: 'recall', beta: 2 }),
];

const isKnown = (className: string): boolean => knownScores.some(({ name }) => name.replace(/ .*/, '') === className);

/** Every score of two labelings as clusterings that is both a function and a class. */
export const clusteringScores: readonly TableScore[] = [
  ...knownScores,
  ...metricClasses.flatMap(([name]) => (isKnown(name) ? [] : [score(name, () => undefined)])),
];

/** Every score of two labelings as nominal variables. */
export const nominalScores: readonly TableScore[] = [
  score('CramersV', (of) => of.cramersV, { biasCorrection: false }),
  score('CramersV', (of) => of.cramersVBiasCorrected, { biasCorrection: true }),
  score('CramersV', (of) => of.cramersVBiasCorrectedYates, { yatesCorrection: true }),
  score('TschuprowsT', (of) => of.tschuprowsT, { biasCorrection: false }),
  score('TschuprowsT', (of) => of.tschuprowsTBiasCorrected, { biasCorrection: true }),
  score('TschuprowsT', (of) => of.tschuprowsTBiasCorrectedYates, { yatesCorrection: true }),
  score('PearsonsContingencyCoefficient', (of) => of.pearsonsContingencyCoefficient),
  score('TheilsU', (of) => of.theilsU),
];

/** Every score of a contingency table. */
export const tableScores: readonly TableScore[] = [...clusteringScores, ...nominalScores];
