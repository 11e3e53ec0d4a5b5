/**
 * Charts as plain data: Vega-Lite specifications, and data for tfjs-vis. This module does not depend on a chart
 * library.
 *
 * @module
 */
export { calibrationCurveChart } from './calibrationCurveChart.ts';
export type { ChartOptions } from './chartOptions.ts';
export { clusterSizesChart } from './clusterSizesChart.ts';
export type { ChartedCluster } from './clusterSizesPart.ts';
export type { ConfusionChartOptions } from './confusionChartOptions.ts';
export { confusionMatrixChart } from './confusionMatrixChart.ts';
export { contingencyChart } from './contingencyChart.ts';
export type { ContingencyChartOptions } from './contingencyChartOptions.ts';
export type { CurveChartOptions, NamedCurve, NamedCurves } from './readCurves.ts';
export { historyChart } from './historyChart.ts';
export type { StepOptions } from './historyParts.ts';
export { metricChart } from './metricChart.ts';
export { precisionRecallCurveChart } from './precisionRecallCurveChart.ts';
export { rocCurveChart } from './rocCurveChart.ts';
export type { ChartedScore } from './scoreParts.ts';
export { scoresChart } from './scoresChart.ts';
export { silhouetteChart } from './silhouetteChart.ts';
export type { ClusterSilhouettes } from './silhouettePart.ts';
export type { ChartPart, JsonValue, VegaLiteSpec } from './vegaLiteSpec.ts';
export { visCalibrationCurve } from './visCalibrationCurve.ts';
export { visConfusionMatrix, type VisConfusionMatrix } from './visConfusionMatrix.ts';
export { visHeatMap, type VisHeatMap } from './visHeatMap.ts';
export type { NamedScore, ScoreScale } from '../metrics/namedScore.ts';
export type { ScoreHistory } from '../metrics/scoreHistory.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
export { visLineChart, type VisLineChart, type VisPoint } from './visLineChart.ts';
export { visPrecisionRecallCurve } from './visPrecisionRecallCurve.ts';
export { visRocCurve } from './visRocCurve.ts';
