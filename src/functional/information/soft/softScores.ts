import type { JointCounts } from '../../../numeric/binning/jointCounts.ts';
import type { CountSlopes } from '../../../numeric/binning/jointGradient.ts';
import { averageOf, averageSlope, type AverageMethod } from '../discrete/averageOptions.ts';
import { informationOfCounts, informationSlopes, type InformationSlopes } from './informationOfCounts.ts';

/** The mutual information of a joint histogram, in nats. */
export function softMutualInfoOf(counts: JointCounts): number {
  return informationOfCounts(counts).mutualInfo;
}

/** The derivatives, times `factor`, of {@link softMutualInfoOf} by the counts. */
export function softMutualInfoSlopes(counts: JointCounts, factor: number): CountSlopes {
  return informationSlopes(counts, { mutualInfo: factor, entropyX: 0, entropyY: 0 });
}

/**
 * The mutual information of a joint histogram as a share of a mean of its entropies. Where that mean
 * is 0: 1 if each side is in one bin only, else 0. NaN without samples.
 */
export function softNormalizedMutualInfoOf(counts: JointCounts, method?: AverageMethod): number {
  const { mutualInfo, entropyX, entropyY, isSame } = informationOfCounts(counts);
  if (isSame) return 1;
  const mean = averageOf(entropyX, entropyY, method);
  if (mean <= 0) return 0;
  const share = mutualInfo / mean;
  return counts.squares === undefined ? Math.min(1, share) : share;
}

/** The derivatives, times `factor`, of {@link softNormalizedMutualInfoOf} by the counts. */
export function softNormalizedMutualInfoSlopes(
  counts: JointCounts,
  factor: number,
  method?: AverageMethod,
): CountSlopes {
  return informationSlopes(counts, normalizedSlopes(counts, factor, method));
}

function normalizedSlopes(counts: JointCounts, factor: number, method: AverageMethod | undefined): InformationSlopes {
  const { mutualInfo, entropyX, entropyY } = informationOfCounts(counts);
  const mean = averageOf(entropyX, entropyY, method);
  if (!(mean > 0)) return { mutualInfo: 0, entropyX: 0, entropyY: 0 };
  const byMean = (-factor * mutualInfo) / (mean * mean);
  return {
    mutualInfo: factor / mean,
    entropyX: byMean * averageSlope(entropyX, entropyY, method),
    entropyY: byMean * averageSlope(entropyY, entropyX, method),
  };
}
