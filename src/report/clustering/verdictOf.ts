import type { ChartedScore } from '../../charts/scoreParts.ts';
import { twoDigits } from '../document/twoDigits.ts';
import type { Verdict } from '../document/reportDocument.ts';

/** Lower bounds of the adjusted Rand index, from D. Steinley, Psychological Methods 9 (2004) 386–396. */
const RECOVERY = [
  [0.9, 'Excellent recovery of the classes'],
  [0.8, 'Good recovery of the classes'],
  [0.65, 'Moderate recovery of the classes'],
  [-Infinity, 'Poor recovery of the classes'],
] as const;

/**
 * Lower bounds of the mean silhouette, from L. Kaufman and P. J. Rousseeuw, Finding Groups in Data (1990), table 4
 * of chapter 2.
 */
const STRUCTURE = [
  [0.7, 'A strong structure'],
  [0.5, 'A reasonable structure'],
  [0.25, 'A weak structure that may be artificial'],
  [-Infinity, 'No substantial structure'],
] as const;

/** Judges a clustering by its adjusted Rand index or, without classes, by its mean silhouette. */
export function verdictOf(scores: readonly ChartedScore[]): Verdict | undefined {
  const find = (name: string): ChartedScore | undefined =>
    scores.find((score) => score.name === name && Number.isFinite(score.value));
  const rand = find('adjustedRandScore');
  const silhouette = find('silhouetteScore');
  if (rand) return verdictFrom(rand, RECOVERY, 'adjusted Rand index', 'by the thresholds of Steinley (2004)');
  if (silhouette)
    return verdictFrom(silhouette, STRUCTURE, 'mean silhouette', 'by the thresholds of Kaufman and Rousseeuw (1990)');
  return undefined;
}

function verdictFrom(
  { value, interval }: ChartedScore,
  steps: readonly (readonly [from: number, words: string])[],
  name: string,
  source: string,
): Verdict {
  const [, headline] = steps.find(([from]) => value >= from)!;
  const range = interval ? `, 95 % interval ${twoDigits(interval[0])} to ${twoDigits(interval[1])}` : '';
  return { headline, reason: `${name} ${twoDigits(value)}${range}, ${source}` };
}
