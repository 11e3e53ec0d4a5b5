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
 * Estimator of entropy from counts. The plug-in estimator uses relative frequencies as probabilities. If there are few
 * samples per label, its entropies are too low on average, and its mutual information is too high. The other estimators
 * correct this bias. For n samples, of which nᵢ have label i:
 *
 * - `'plugIn'`: H = −Σᵢ pᵢ ln pᵢ, with pᵢ = nᵢ/n.
 * - `'millerMadow'`: H + (m − 1)/(2n) for m observed labels (G. A. Miller, 1955).
 * - `'grassberger'`: ln n − (1/n) Σᵢ nᵢ G(nᵢ), with G(m) = ψ(m) + (−1)ᵐ/2 · (ψ((m + 1)/2) − ψ(m/2)) and ψ the digamma
 *   function (P. Grassberger, arXiv:physics/0307138, 2003).
 * - `'jackknife'`: n H − (n − 1) H₋, with H₋ the mean of the n entropies without one sample.
 * - `'chaoShen'`: −Σᵢ C pᵢ ln(C pᵢ) / (1 − (1 − C pᵢ)ⁿ), with C the estimated coverage: the total probability of the
 *   observed labels (A. Chao and T.-J. Shen, 2003).
 * - `'jamesStein'`: the plug-in estimator with relative frequencies that are shrunk towards the uniform distribution
 *   (J. Hausser and K. Strimmer, 2009).
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
