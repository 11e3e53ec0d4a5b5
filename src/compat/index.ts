/**
 * Soft histograms and mutual information under the names and defaults of Kornia, MONAI and connorlee77, to compare
 * results and port code. The other entry points provide the same with uniform options and without the problems
 * described here.
 *
 * This entry point requires `@tensorflow/tfjs-core` at run time.
 *
 * @module
 */
export {
  connorlee77MutualInformation,
  type Connorlee77Options,
} from '../functional/compat/connorlee77MutualInformation.ts';
export { histogram } from '../functional/compat/histogram.ts';
export { histogram2d } from '../functional/compat/histogram2d.ts';
export {
  imageHistogram2d,
  type ImageHistogram,
  type ImageHistogramOptions,
} from '../functional/compat/imageHistogram2d.ts';
export { jointPdf } from '../functional/compat/jointPdf.ts';
export type { BinCenters } from '../functional/compat/gaussianAxis.ts';
export {
  korniaMutualInformationLoss,
  type KorniaMutualInformationOptions,
} from '../functional/compat/korniaMutualInformationLoss.ts';
export { marginalPdf } from '../functional/compat/marginalPdf.ts';
export {
  monaiGlobalMutualInformationLoss,
  type MonaiMutualInformationOptions,
} from '../functional/compat/monaiGlobalMutualInformationLoss.ts';
export type { CenterKernelName } from '../functional/compat/centerJointAxis.ts';
export type { Reduction } from '../functional/compat/reduceRows.ts';
export type { WindowKernelName } from '../functional/compat/windowJointAxis.ts';
export type { ContinuousValues } from '../functional/information/soft/toTensor.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
