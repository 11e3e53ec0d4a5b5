import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/optionCheck.ts';
import { informationOptions, type InformationOptions } from './informationOptions.ts';

const ESTIMATORS = [
  'plugIn',
  'millerMadow',
  'grassberger',
  'jackknife',
  'chaoShen',
  'jamesStein',
] as const satisfies readonly EntropyEstimator[];

/**
 * How an entropy is estimated from counts. The plug-in takes shares for probabilities, and so is too low
 * when samples are few for the number of labels (and mutual information too high); the others correct it.
 *
 * - `'plugIn'`: H = −Σ p ln p, p = nᵢ/n.
 * - `'millerMadow'`: H + (m − 1)/(2n) for m labels seen (G. A. Miller, 1955).
 * - `'grassberger'`: ln n − (1/n) Σ nᵢ G(nᵢ) (P. Grassberger, arXiv:physics/0307138, 2003).
 * - `'jackknife'`: n H − (n − 1) times the mean of H with one sample left out.
 * - `'chaoShen'`: −Σ Cp ln(Cp) / (1 − (1 − Cp)ⁿ), with C the share of the distribution that was seen (A. Chao
 *   and T.-J. Shen, 2003).
 * - `'jamesStein'`: the plug-in of shares shrunk towards equal ones (J. Hausser and K. Strimmer, 2009).
 */
export type EntropyEstimator = 'plugIn' | 'millerMadow' | 'grassberger' | 'jackknife' | 'chaoShen' | 'jamesStein';

/** Options of quantities of information that are estimated from few samples. */
export interface EstimatorOptions extends InformationOptions {
  /** How entropies are estimated; `'plugIn'` when left out. Others take only whole weights. */
  readonly estimator?: EntropyEstimator | undefined;
}

/** Reads {@link EstimatorOptions}. */
export const estimatorOptions: OptionsReader<EstimatorOptions> = /* @__PURE__ */ defineOptions(
  'EstimatorOptions',
  () => ({
    ...informationOptions.checks(),
    estimator: oneOfCheck(ESTIMATORS),
  }),
  ({ estimator = 'plugIn' }) => (estimator === 'plugIn' ? undefined : `the estimator "${estimator}" counts samples`),
);
