/**
 * Reports on clusterings, classifiers, regressions and rankings, and charts as SVG.
 *
 * @module
 */
export { MetricInputError } from '../inputs/metricInputError.ts';
export { MetricStateError } from '../state/metricStateError.ts';
export { renderSvg, type SvgOptions } from './svg/renderSvg.ts';
export { clusteringReport, ClusteringReport, type ClusteringReportOptions } from './clustering/clusteringReport.ts';
export {
  classificationReport,
  ClassificationReport,
  type ClassificationReportOptions,
} from './classification/classificationReport.ts';
export type {
  CalibrationFacts,
  ClassCurveFacts,
  PredictedClassFacts,
  ThresholdFacts,
} from './classification/classificationFacts.ts';
export type { ClassificationSnapshot } from './classification/classificationSnapshot.ts';
export { regressionReport, RegressionReport, type RegressionReportOptions } from './regression/regressionReport.ts';
export type {
  PredictionGroupFacts,
  ResidualHistogram,
  ResidualPoints,
  ResidualQuantile,
  WorstSampleFacts,
} from './regression/regressionFacts.ts';
export type { RegressionSnapshot } from './regression/regressionSnapshot.ts';
export { retrievalReport, RetrievalReport, type RetrievalReportOptions } from './retrieval/retrievalReport.ts';
export type { QueryFacts } from './retrieval/retrievalFacts.ts';
export type { RetrievalSnapshot } from './retrieval/retrievalSnapshot.ts';
export { Report } from './document/report.ts';
export type { ScoreSnapshot } from './scores/scoreSnapshot.ts';
export type { ClassFacts, ClusterFacts } from './clustering/clusteringFacts.ts';
export type { ReportSnapshot } from './clustering/reportSnapshot.ts';
