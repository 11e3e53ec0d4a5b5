/**
 * Association of nominal variables and agreement of raters, as pure functions and as metrics that accumulate batches.
 *
 * @module
 */
export * from '../functional/nominal/index.ts';
export { CramersV } from './cramersV.ts';
export { CramersVMatrix } from './cramersVMatrix.ts';
export { FleissKappa } from './fleissKappa.ts';
export { NominalMetric } from '../metrics/families/nominalMetric.ts';
export { PairwiseMetric, type LabelMatrixBatch } from '../metrics/families/pairwiseMetric.ts';
export { PearsonsContingencyCoefficient } from './pearsonsContingencyCoefficient.ts';
export { PearsonsContingencyCoefficientMatrix } from './pearsonsContingencyCoefficientMatrix.ts';
export { TheilsU } from './theilsU.ts';
export { TheilsUMatrix } from './theilsUMatrix.ts';
export { TschuprowsT } from './tschuprowsT.ts';
export { TschuprowsTMatrix } from './tschuprowsTMatrix.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
export type { NominalOptions, NominalTableOptions } from '../inputs/options/nominalOptions.ts';
export type { PairwiseOptions } from '../state/tables/pairwiseTables.ts';
