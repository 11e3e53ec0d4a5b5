/**
 * Clustering reports, and charts as SVG.
 *
 * @module
 */
export { MetricInputError } from '../inputs/metricInputError.ts';
export { MetricStateError } from '../state/metricStateError.ts';
export { renderSvg, type SvgOptions } from './svg/renderSvg.ts';
export { clusteringReport, ClusteringReport, type ClusteringReportOptions } from './clustering/clusteringReport.ts';
export type { ClassFacts, ClusterFacts } from './clustering/reportFacts.ts';
export type { ReportSnapshot } from './clustering/reportSnapshot.ts';
