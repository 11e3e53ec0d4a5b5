import { chiSquaredSurvival } from '../../numeric/special/chiSquaredSurvival.ts';
import type { CalibrationFacts } from './classificationFacts.ts';

/** Minimum number of expected positive and of expected negative samples in a group. */
const MIN_EXPECTED = 5;

/**
 * Tests whether probabilities are calibrated: χ² = Σ (O − E)² / V over groups of adjacent bins, with O positive
 * samples, E expected ones and their variance V. There are as many degrees of freedom as groups, since the
 * probabilities were not fitted to these samples.
 *
 * @returns the p-value; NaN if there are too few samples for one group.
 * @see D. W. Hosmer and S. Lemeshow, Communications in Statistics 9 (1980) 1043–1069.
 */
export function calibrationPValue({ meanPredicted, positiveShare, weight }: CalibrationFacts): number {
  const groups: { n: number; expected: number; observed: number; variance: number }[] = [];
  let open = { n: 0, expected: 0, observed: 0, variance: 0 };
  weight.forEach((n, k) => {
    const predicted = meanPredicted[k]!;
    open = {
      n: open.n + n,
      expected: open.expected + n * predicted,
      observed: open.observed + n * positiveShare[k]!,
      variance: open.variance + n * predicted * (1 - predicted),
    };
    if (Math.min(open.expected, open.n - open.expected) < MIN_EXPECTED) return;
    groups.push(open);
    open = { n: 0, expected: 0, observed: 0, variance: 0 };
  });
  const last = groups.at(-1);
  if (last === undefined) return NaN;
  // The rest belongs to the last group.
  last.expected += open.expected;
  last.observed += open.observed;
  last.variance += open.variance;
  const statistic = groups.reduce((sum, { expected, observed, variance }) => {
    return sum + (observed - expected) ** 2 / variance;
  }, 0);
  return chiSquaredSurvival(statistic, groups.length);
}
