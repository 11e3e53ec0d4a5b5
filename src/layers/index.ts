/**
 * Metrics for models trained with tfjs-layers: a callback for `model.fit` and `model.fitDataset`, evaluation of
 * whole datasets, and losses for `model.compile`.
 *
 * This entry needs `@tensorflow/tfjs-core` at run time; it does not import tfjs-layers.
 *
 * @module
 */
export { evaluateMetrics } from './evaluateMetrics.ts';
export {
  metricsCallback,
  type MetricsCallback,
  type MetricsCallbackOptions,
  type TrainingLogs,
} from './metricsCallback.ts';
export type { BatchedDataset, ModelBatch, ModelBatches, ModelTensors } from './modelBatches.ts';
export type { PredictingModel, PredictionOptions } from './predictingModel.ts';
export {
  assignmentMutualInfoLoss,
  type AssignmentMutualInfoLoss,
} from '../functional/information/soft/assignmentMutualInfoLoss.ts';
export type { AssignmentMutualInfoOptions } from '../functional/information/soft/assignmentOptions.ts';
export {
  softMutualInfoLoss,
  type SoftMutualInfoLoss,
  type SoftMutualInfoLossOptions,
} from '../functional/information/soft/softMutualInfoLoss.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
