/**
 * Clustering reports, and charts as SVG.
 *
 * @module
 */
export { MetricInputError } from '../inputs/metricInputError.ts';
export { MetricStateError } from '../state/metricStateError.ts';
export { renderSvg, type SvgOptions } from './renderSvg.ts';
export { clusteringReport, ClusteringReport, type ClusteringReportOptions } from './clusteringReport.ts';
export type { ClassFacts, ClusterFacts } from './reportFacts.ts';
export type { ReportSnapshot } from './reportSnapshot.ts';
