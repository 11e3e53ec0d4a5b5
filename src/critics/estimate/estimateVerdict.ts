import type { EstimateVerdict, MutualInfoChecks } from './mutualInfoEstimate.ts';
import { nats } from './nats.ts';

/** Difference, in nats, up to which a check passes in any case. */
const SMALL = 0.1;
/** Fraction of the training value by which training and report may differ. */
const OVERFITTED = 0.2;
/** Fraction of the estimate by which it may grow when the training samples are doubled. */
const GROWING = 0.1;
/** Distance from the ceiling, in nats, at which an estimate counts as saturated. */
const HEADROOM = 1;
/** Fraction of samples that may be repeated. */
const REPEATED = 0.01;

/** Estimate on which a verdict is returned. */
interface Judged {
  readonly mutualInfo: number;
  /** Upper limit of the interval. */
  readonly high: number;
  /** Largest value of nearest neighbors that differs from the estimate by chance. */
  readonly neighborsHigh: number;
  /** Reasons to doubt the chosen critics. */
  readonly doubts: readonly string[];
}

/** Returns the verdict on an estimate. */
export function estimateVerdict(
  { mutualInfo, high, neighborsHigh, doubts }: Judged,
  checks: MutualInfoChecks,
): EstimateVerdict {
  const { training, growth, ceiling, neighbors, repeated } = checks;
  const reasons = [...new Set(doubts)];
  const gap = training - mutualInfo;
  if (high < Infinity && gap > SMALL && gap > OVERFITTED * training) {
    reasons.push(
      `the critics overfit: ${nats(training)} on the samples they were fitted to, ${nats(mutualInfo)} on others`,
    );
  }
  if (growth > SMALL && growth > GROWING * mutualInfo) {
    reasons.push(`the estimate grows with the number of samples, by ${nats(growth)} when the training samples double`);
  }
  if (mutualInfo > ceiling - HEADROOM) {
    reasons.push(`the estimate is close to or above ${nats(ceiling)}, the most that the pairs of a fold can show`);
  } else if (high === Infinity) {
    reasons.push('the samples show no upper limit, as if both variables shared a value exactly');
  }
  if (neighbors !== undefined && neighbors > neighborsHigh + SMALL / 2) {
    reasons.push(`the nearest-neighbor estimate is higher, ${nats(neighbors)}; ksgMutualInfo suits few columns better`);
  }
  if (repeated > REPEATED) {
    reasons.push(
      `${(100 * repeated).toFixed(0)} % of the samples are repeated, so that folds share them; if they are copies, pass ` +
        'the option "groups"; if both variables are discrete, use mutualInfoScore',
    );
  }
  return verdictFrom(reasons);
}

/** Returns the verdict that follows from the reasons to doubt an estimate. */
export function verdictFrom(reasons: readonly string[]): EstimateVerdict {
  return { status: reasons.length === 0 ? 'reliable' : 'doubtful', reasons };
}
