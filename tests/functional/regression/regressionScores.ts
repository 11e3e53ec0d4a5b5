import { Metric, type AnyMetric } from 'tfjs-metrics';
import * as regression from 'tfjs-metrics/regression';

/** Kind of inputs: outputs that are averaged or pooled, rows of numbers, ensembles, or samples without weights. */
export type Kind = 'outputs' | 'pooled' | 'rows' | 'ensembles' | 'ranks';

/** Kinds that are not `'outputs'`. */
const KINDS: Readonly<Record<string, Kind>> = {
  cosineSimilarity: 'rows',
  criticalSuccessIndex: 'pooled',
  crps: 'ensembles',
  jensenShannonDivergence: 'rows',
  kendallRankCorrCoef: 'ranks',
  klDivergence: 'rows',
  minkowskiDistance: 'pooled',
  spearmanCorrCoef: 'ranks',
  weightedMeanAbsolutePercentageError: 'pooled',
};

/** Score of predicted values, as a function and as a class. */
export interface RegressionScore {
  readonly name: string;
  readonly kind: Kind;
  readonly score: (preds: unknown, target: unknown, options?: object) => number | number[];
  readonly make: (options?: object) => AnyMetric;
}

/** All of them, by enumeration of the classes. */
export const regressionScores: readonly RegressionScore[] = Object.entries(regression as Record<string, unknown>)
  .filter(([, value]) => (value as { prototype?: unknown }).prototype instanceof Metric)
  .map(([className, value]) => {
    const name = className[0]!.toLowerCase() + className.slice(1);
    const metricClass = value as new (options?: object) => AnyMetric;
    return {
      name,
      kind: KINDS[name] ?? 'outputs',
      score: (regression as unknown as Record<string, RegressionScore['score']>)[name]!,
      make: (options) => new metricClass(options),
    };
  });

/** Positive values, which all scores accept: predictions and targets of 12 samples, of 3 numbers each. */
export const PREDS: readonly (readonly number[])[] = Array.from({ length: 12 }, (_, i) =>
  [1, 2, 3].map((j) => 1.5 + Math.sin(i * j) + 0.25 * Math.cos(7 * i + j)),
);
export const TARGET: readonly (readonly number[])[] = Array.from({ length: 12 }, (_, i) =>
  [1, 2, 3].map((j) => 1.5 + Math.sin(i * j)),
);

/** Returns valid arguments for a kind of score: samples [from, to). */
export function batchOf(kind: Kind, from = 0, to: number = PREDS.length): [preds: unknown[], target: unknown[]] {
  const [preds, target] = [PREDS.slice(from, to), TARGET.slice(from, to)];
  if (kind === 'rows') return [preds, target];
  return [kind === 'ensembles' ? preds : preds.map(([first]) => first), target.map(([first]) => first)];
}

/** Applies a function to all numbers of nested arrays. */
export function mapNumbers<Values>(values: Values, change: (value: number) => number): Values {
  if (typeof values === 'number') return change(values) as Values;
  return (values as unknown[]).map((value) => mapNumbers(value, change)) as Values;
}
