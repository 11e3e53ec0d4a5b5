/**
 * Charts as plain data: Vega-Lite specifications, and data for tfjs-vis. This module does not depend on a chart
 * library.
 *
 * @module
 */
export { calibrationCurveChart } from './curves/calibrationCurveChart.ts';
export type { ChartOptions } from './chartOptions.ts';
export { clusterSizesChart } from './clusterSizesChart.ts';
export type { ChartedCluster } from './clusterSizesPart.ts';
export type { ConfusionChartOptions } from './heatMaps/confusionChartOptions.ts';
export { confusionMatrixChart } from './heatMaps/confusionMatrixChart.ts';
export { contingencyChart } from './heatMaps/contingencyChart.ts';
export type { ContingencyChartOptions } from './heatMaps/contingencyChartOptions.ts';
export type { CurveChartOptions, NamedCurve, NamedCurves } from './curves/readCurves.ts';
export { historyChart } from './historyChart.ts';
export type { StepOptions } from './historyParts.ts';
export { metricChart } from './metricChart.ts';
export { mutualInfoProtocolChart, type ChartedProtocol, type ChartedRun } from './mutualInfoProtocolChart.ts';
export { pointwiseMutualInfoChart, type PointwiseChartOptions } from './pointwiseMutualInfoChart.ts';
export { precisionRecallCurveChart } from './curves/precisionRecallCurveChart.ts';
export { rocCurveChart } from './curves/rocCurveChart.ts';
export type { ChartedScore } from './scoreParts.ts';
export { scoresChart } from './scoresChart.ts';
export { silhouetteChart } from './silhouetteChart.ts';
export type { ClusterSilhouettes } from './silhouettePart.ts';
export type { ChartPart, JsonValue, VegaLiteSpec } from './vegaLiteSpec.ts';
export { visCalibrationCurve } from './curves/visCalibrationCurve.ts';
export { visConfusionMatrix, type VisConfusionMatrix } from './heatMaps/visConfusionMatrix.ts';
export { visHeatMap, type VisHeatMap } from './heatMaps/visHeatMap.ts';
export type { NamedScore, ScoreScale } from '../metrics/namedScore.ts';
export type { ScoreHistory } from '../metrics/scoreHistory.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
export { visLineChart, type VisLineChart, type VisPoint } from './visLineChart.ts';
export { visPrecisionRecallCurve } from './curves/visPrecisionRecallCurve.ts';
export { visRocCurve } from './curves/visRocCurve.ts';
