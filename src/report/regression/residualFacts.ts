import { residualsOf } from '../../functional/regression/intervals/scoreInfluence.ts';
import type { RegressionPairs } from '../../functional/regression/intervals/regressionPairs.ts';
import type { Label } from '../../inputs/labels.ts';
import { sortedOrder } from '../../numeric/sorting/sortedOrder.ts';
import type { PredictionGroupFacts, RegressionFacts, ResidualQuantile, WorstSampleFacts } from './regressionFacts.ts';
import { residualHistogram } from './residualHistogram.ts';
import { residualPoints } from './residualPoints.ts';
import type { ResidualSamples } from './residualSamples.ts';

/** Shares of the quantiles in a report. */
const SHARES = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1];

/** Maximum number of groups of similar predictions. */
const MAX_GROUPS = 10;

/** Minimum mean number of samples of a group. */
const GROUP_SIZE = 10;

/** Properties of the residuals. */
export type ResidualFacts = Pick<RegressionFacts, 'quantiles' | 'groups' | 'worst' | 'histogram' | 'points'> & {
  /** Share of the sum of squared residuals of the worst 1 % of the samples, at least one of them. */
  readonly worstShare: number;
};

/** Computes the properties of the residuals of at least one sample. */
export function residualFacts(
  pairs: RegressionPairs,
  { nameOf, worst }: { readonly nameOf: (row: number) => Label; readonly worst: number },
): ResidualFacts {
  const samples: ResidualSamples = { ...pairs, residuals: residualsOf(pairs) };
  const { residuals } = samples;
  const signed = sortedOrder(residuals);
  const absolute = sortedOrder(residuals.map(Math.abs));
  const quantileOf = quantiles(signed, pairs);
  const absoluteOf = quantiles(absolute, pairs);
  // Quantiles beyond the smallest and largest sample repeat them.
  const shares = SHARES.filter((share) => share % 1 === 0 || Math.min(share, 1 - share) * pairs.n >= 1);
  const listed = shares.map((share): ResidualQuantile => ({
    share,
    residual: quantileOf(share),
    absolute: absoluteOf(share),
  }));
  return {
    quantiles: listed,
    groups: predictionGroups(samples),
    worst: worstSamples(samples, absolute.order.slice(Math.max(0, absolute.order.length - worst)), nameOf),
    histogram: residualHistogram(samples, quantileOf),
    points: residualPoints(samples),
    worstShare: worstShare(absolute, pairs),
  };
}

/**
 * Returns the function that computes quantiles: the smallest value with more than a share of the samples up to it, or
 * its mean with the one before if exactly that share is before it, so that the quantile of 0.5 is the median.
 */
function quantiles(
  { sorted, order }: ReturnType<typeof sortedOrder>,
  { weights, n }: RegressionPairs,
): (share: number) => number {
  const reached = new Float64Array(sorted.length);
  let sum = 0;
  for (let place = 0; place < reached.length; place++) reached[place] = sum += weights?.[order[place]!] ?? 1;
  return (share) => {
    const found = reached.findIndex((weight) => weight >= share * n * (1 - 1e-12));
    const place = found < 0 ? sorted.length - 1 : found;
    const isBetween = share > 0 && place + 1 < sorted.length && reached[place]! <= share * n * (1 + 1e-12);
    return isBetween ? sorted[place]! / 2 + sorted[place + 1]! / 2 : sorted[place]!;
  };
}

/** Describes samples in descending order of their absolute residuals. */
function worstSamples(
  { preds, target, residuals, rows }: ResidualSamples,
  ascending: Float64Array,
  nameOf: (row: number) => Label,
): WorstSampleFacts[] {
  return Array.from(ascending.reverse(), (i) => ({
    name: nameOf(rows?.[i] ?? i),
    prediction: preds[i]!,
    target: target[i]!,
    residual: residuals[i]!,
  })).filter(({ residual }) => residual !== 0);
}

/** Returns the share of the squared residuals that the largest hundredth of them has. */
function worstShare({ sorted, order }: ReturnType<typeof sortedOrder>, { weights, n }: RegressionPairs): number {
  const largest = sorted.at(-1)!;
  let [above, sum, worst] = [0, 0, 0];
  for (let place = sorted.length - 1; place >= 0; place--) {
    const weight = weights?.[order[place]!] ?? 1;
    const square = weight * (sorted[place]! / largest) ** 2;
    if (above === 0 || above + weight <= n / 100) worst += square;
    above += weight;
    sum += square;
  }
  return worst / sum;
}

/** Groups samples with similar predictions: about as many in each, and equal predictions in the same one. */
function predictionGroups({ preds, residuals, weights, n }: ResidualSamples): PredictionGroupFacts[] {
  const count = Math.min(MAX_GROUPS, Math.floor(n / GROUP_SIZE));
  if (count < 2) return [];
  const { sorted, order } = sortedOrder(preds);
  const groups: PredictionGroupFacts[] = [];
  let [start, reached, samples, prediction, residual, absolute] = [0, 0, 0, 0, 0, 0];
  for (let place = 0; place < sorted.length; place++) {
    const i = order[place]!;
    const weight = weights?.[i] ?? 1;
    samples += weight;
    // Differences from the first prediction do not overflow as early as sums.
    prediction += weight * (sorted[place]! - sorted[start]!);
    residual += weight * residuals[i]!;
    absolute += weight * Math.abs(residuals[i]!);
    const isLast = place + 1 === sorted.length;
    const isFull = reached + samples >= ((groups.length + 1) * n) / count - 1e-9;
    if (!isLast && !(isFull && sorted[place + 1] !== sorted[place])) continue;
    groups.push({
      least: sorted[start]!,
      greatest: sorted[place]!,
      samples,
      prediction: sorted[start]! + prediction / samples,
      residual: residual / samples,
      absolute: absolute / samples,
    });
    reached += samples;
    [start, samples, prediction, residual, absolute] = [place + 1, 0, 0, 0, 0];
  }
  return groups.length > 1 ? groups : [];
}
