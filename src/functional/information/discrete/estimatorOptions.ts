import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import { informationOptions, type InformationOptions } from './informationOptions.ts';

/** Names of the entropy estimators. */
export const ENTROPY_ESTIMATORS: readonly EntropyEstimator[] = [
  'plugIn',
  'millerMadow',
  'grassberger',
  'jackknife',
  'chaoShen',
  'jamesStein',
];

/**
 * Estimator of entropy from counts. The plug-in uses relative frequencies as probabilities. If there are few samples
 * per label, its entropy is too low on average, and its mutual information too high; the others correct this bias.
 *
 * - `'plugIn'`: H = −Σ p ln p, p = nᵢ/n.
 * - `'millerMadow'`: H + (m − 1)/(2n) for m observed labels (G. A. Miller, 1955).
 * - `'grassberger'`: ln n − (1/n) Σ nᵢ G(nᵢ) (P. Grassberger, arXiv:physics/0307138, 2003).
 * - `'jackknife'`: n H − (n − 1) times the mean of the leave-one-out entropies.
 * - `'chaoShen'`: −Σ Cp ln(Cp) / (1 − (1 − Cp)ⁿ), with C the estimated coverage, the probability of the labels that
 *   were observed (A. Chao and T.-J. Shen, 2003).
 * - `'jamesStein'`: the plug-in of relative frequencies shrunk towards the uniform distribution (J. Hausser and K.
 *   Strimmer, 2009).
 */
export type EntropyEstimator = 'plugIn' | 'millerMadow' | 'grassberger' | 'jackknife' | 'chaoShen' | 'jamesStein';

/** Options for information measures with a choice of estimator. */
export interface EstimatorOptions extends InformationOptions {
  /** Estimator of entropies. Default: `'plugIn'`. All others require whole-number weights. */
  readonly estimator?: EntropyEstimator | undefined;
}

/** Reads {@link EstimatorOptions}. */
export const estimatorOptions: OptionsReader<EstimatorOptions> = /* @__PURE__ */ defineOptions(
  'EstimatorOptions',
  () => ({
    ...informationOptions.checks(),
    estimator: oneOfCheck(ENTROPY_ESTIMATORS),
  }),
  ({ estimator = 'plugIn' }) => (estimator === 'plugIn' ? undefined : `the estimator "${estimator}" counts samples`),
);
