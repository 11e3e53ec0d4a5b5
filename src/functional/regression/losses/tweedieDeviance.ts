import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { optionCheck, type OptionCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { ValueLimits } from '../elementwiseLoss.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Options for {@link tweedieDeviance}. */
export interface TweedieDevianceOptions<Mode extends Multioutput = Multioutput> extends OutputOptions<Mode> {
  /**
   * Power of the variance: the variance is proportional to the mean to this power. 0 is the normal distribution, 1
   * Poisson, 2 gamma, 3 inverse Gaussian; between 0 and 1, no distribution exists. Default: 0.
   */
  readonly power?: number | undefined;
}

const tweedieDevianceOptions: OptionsReader<TweedieDevianceOptions> =
  /* @__PURE__ */ defineOptions<TweedieDevianceOptions>('tweedieDeviance', () => ({
    ...outputOptions.checks(),
    power: optionCheck(
      (value) => Number.isFinite(value) && !((value as number) > 0 && (value as number) < 1),
      'a number ≤ 0 or ≥ 1',
    ),
  }));

/** Mean of the unit deviances. */
export const tweedieDevianceLoss: OutputLoss<TweedieDevianceOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'tweedieDeviance',
  options: tweedieDevianceOptions,
  sumsName: ({ power = 0 }) => `tweedieDeviance ${power}`,
  terms: ({ power = 0 }) => [(pred, target) => unitDeviance(pred, target, power)],
  limits: ({ power = 0 }) => limitsOf(power),
});

function limitsOf(power: number): ValueLimits {
  if (power === 0) return {};
  const above = (least: string, isValid: (value: number) => boolean): OptionCheck =>
    optionCheck((value) => isValid(value as number), `a number ${least} 0 with the power ${power}`);
  const positive = above('>', (value) => value > 0);
  if (power < 0) return { preds: positive };
  return { preds: positive, target: power < 2 ? above('≥', (value) => value >= 0) : positive };
}

function unitDeviance(pred: number, target: number, power: number): number {
  if (power === 0) return (pred - target) ** 2;
  const order = 2 - power;
  const excess = (target - pred) / pred;
  if (Math.abs(excess) * Math.max(1, Math.abs(order)) < 0.1) return 2 * pred ** order * nearDeviance(excess, order);
  // Rounding may not make the deviance negative.
  if (power === 1) return Math.max(0, 2 * ((target === 0 ? 0 : target * logRatio(target, pred)) - target + pred));
  if (power === 2) return Math.max(0, 2 * (logRatio(pred, target) + target / pred - 1));
  const ofTarget = Math.max(0, target) ** (2 - power) / ((1 - power) * (2 - power));
  const mixed = (target * pred ** (1 - power)) / (1 - power);
  return Math.max(0, 2 * (ofTarget - mixed + pred ** (2 - power) / (2 - power)));
}

/**
 * Returns half of the deviance of the target 1 + δ and the prediction 1, ((1 + δ)ᵃ − 1 − aδ)/(a(a − 1)) or its limit,
 * by its series for small δ: the terms of the formula would cancel.
 */
function nearDeviance(excess: number, order: number): number {
  let term = excess ** 2 / 2;
  let total = 0;
  for (let k = 2; total + term !== total; k++) {
    total += term;
    term *= ((order - k) / (k + 1)) * excess;
  }
  return total;
}

/** Returns ln(a/b), even if the ratio overflows or underflows. */
function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 1e-300 && ratio < Infinity ? Math.log(ratio) : Math.log(a) - Math.log(b);
}

/**
 * Mean deviance of a Tweedie distribution whose mean is predicted: the squared error, and its counterparts for counts
 * and for positive values.
 *
 * The deviance of a target y and a predicted mean μ is (μ − y)² for `power: 0`, 2(y ln(y/μ) − y + μ) for 1 (Poisson),
 * 2(ln(μ/y) + y/μ − 1) for 2 (gamma), and 2(max(y, 0)²⁻ᵖ/((1 − p)(2 − p)) − y μ¹⁻ᵖ/(1 − p) + μ²⁻ᵖ/(2 − p)) for other
 * powers p. With several outputs, the score is the mean of the scores of all outputs, or an array of them, according to
 * `multioutput`.
 *
 * @param preds - predicted means, `[N]` or `[N, D]` for D outputs; above 0 unless `power` is 0.
 * @param target - true values, of the same shape; at least 0 for powers from 1, and above 0 for powers from 2.
 * @returns a number from 0 (equal) up. NaN without samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if a value is outside the range of the distribution, or an input or option is
 * invalid.
 * @see `sklearn.metrics.mean_tweedie_deviance`.
 *
 * @example
 * ```ts
 * import { tweedieDeviance } from 'tfjs-metrics';
 *
 * tweedieDeviance([0.5, 0.5, 2, 2], [2, 0, 1, 4], { power: 1 }); // 1.42602
 * ```
 */
export function tweedieDeviance<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: TweedieDevianceOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(tweedieDevianceLoss, preds, target, options);
}
