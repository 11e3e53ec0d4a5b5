import { studentQuantile } from '../../numeric/special/studentQuantile.ts';

/** Ends of a 95 % confidence interval. */
interface IntervalEnds {
  readonly lower: number;
  readonly upper: number;
}

/** Scores of probabilities that have an interval, if it is known. */
export type ProbabilityIntervals = Partial<
  Readonly<Record<'auroc' | 'averagePrecision' | 'logLoss' | 'brierScore', IntervalEnds | undefined>>
>;

/** Losses of samples. */
export interface Losses {
  /** Loss of each sample or group of samples. */
  readonly values: Float64Array;
  /** Number of samples of each group. Default: 1. */
  readonly counts?: Float64Array | undefined;
}

/** Distances from 0 and 1 to which a log loss clips probabilities: of float64 and of float32. */
const EPSILONS = [Number.EPSILON, 2 ** -23];

/**
 * Returns the losses whose mean is nearest to the log loss of all samples. Its clipping of probabilities depends on
 * whether they are float32, which counted and kept samples do not record.
 */
export function clippedLosses(logLoss: number, of: (epsilon: number) => Losses): Losses {
  const apart = (losses: Losses): number => Math.abs(momentsOf(losses).mean - logLoss);
  return EPSILONS.map(of).reduce((nearest, losses) => (apart(losses) < apart(nearest) ? losses : nearest));
}

/** Returns the number of losses, their mean, and the sum of squared differences from it. */
function momentsOf({ values, counts }: Losses): { size: number; mean: number; squares: number } {
  let [size, mean, squares] = [0, 0, 0];
  values.forEach((value, k) => {
    const count = counts ? counts[k]! : 1;
    if (count === 0) return;
    const apart = value - mean;
    size += count;
    mean += (count / size) * apart;
    squares += count * apart * (value - mean);
  });
  return { size, mean, squares };
}

/**
 * Returns the interval of a mean loss, m e^(± t s / (m √n)): Student's interval on the scale of its logarithm, since
 * the distribution of losses is skewed. Undefined if all losses are equal, which says nothing of their variance.
 *
 * @param n - number of samples in the mean. Default: that of the losses.
 */
export function lossInterval(losses: Losses, n?: number): IntervalEnds | undefined {
  const { size, mean, squares } = momentsOf(losses);
  if (!(squares > 0) || size < 2) return undefined;
  const deviation = Math.sqrt(squares / (size - 1) / (n ?? size));
  const factor = Math.exp((studentQuantile(0.975, (n ?? size) - 1) * deviation) / mean);
  return { lower: mean / factor, upper: mean * factor };
}
