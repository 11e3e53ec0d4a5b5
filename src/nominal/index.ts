/**
 * Association of nominal variables, and agreement of raters, as metrics that gather batches.
 *
 * @module
 */
export { CramersV } from './cramersV.ts';
export { NominalMetric } from './nominalMetric.ts';
export { PearsonsContingencyCoefficient } from './pearsonsContingencyCoefficient.ts';
export { TheilsU } from './theilsU.ts';
export { TschuprowsT } from './tschuprowsT.ts';
