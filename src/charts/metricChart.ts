import { inputError } from '../inputs/metricInputError.ts';
import { type AnyMetric, Metric } from '../metrics/metric.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { MetricTracker } from '../wrappers/metricTracker.ts';
import { historyParts } from './historyParts.ts';
import { scoreParts } from './scoreParts.ts';
import { type ChartPart, stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';
import { AveragePrecision } from '../classification/curves/averagePrecision.ts';
import { PrecisionRecallCurve } from '../classification/curves/precisionRecallCurve.ts';
import { classCells } from '../functional/classification/confusion/countClasses.ts';
import { precisionRecallCurve } from '../functional/classification/curves/precisionRecallCurve.ts';
import { rocCurve, rocOfCurve } from '../functional/classification/curves/rocCurve.ts';
import { calibrationCurve } from '../functional/classification/losses/calibrationCurve.ts';
import type { CalibrationOptions } from '../functional/classification/losses/calibrationOptions.ts';
import type { Label } from '../inputs/labels.ts';
import { CalibrationMetric } from '../metrics/families/calibrationMetric.ts';
import { ClassificationMetric } from '../metrics/families/classificationMetric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { ScoreMetric } from '../metrics/families/scoreMetric.ts';
import { ClassScoreCounts } from '../state/scores/classScoreCounts.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { calibrationCurvePart } from './curves/calibrationCurvePart.ts';
import { confusionMap } from './heatMaps/confusionMap.ts';
import { heatMap } from './heatMaps/heatMap.ts';
import { heatMapPart } from './heatMaps/heatMapPart.ts';
import { precisionRecallCurvePart, precisionRecallPoints } from './curves/precisionRecallCurvePart.ts';
import { rocCurvePart, rocPoints } from './curves/rocCurvePart.ts';

/**
 * Draws the value of a metric on the scale of its range min ≤ v ≤ max, above the chart of its state if it has one: a
 * contingency table, a confusion matrix for scores of a classifier, a ROC or precision–recall curve, or a reliability
 * diagram.
 *
 * The chart of a collection shows all its values, and each state once. A `MetricTracker` is drawn as its values over
 * epochs, with the best epoch marked, above the chart of the state of the current epoch.
 *
 * @param metric - a metric, collection or wrapper.
 * @returns a Vega-Lite specification.
 * @throws {@link MetricInputError} if `metric` is not a metric.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { RandScore } from 'tfjs-metrics';
 * import { metricChart } from 'tfjs-metrics/charts';
 *
 * const metric = new RandScore();
 * metric.update([0, 0, 1], ['a', 'a', 'b']);
 * (metricChart(metric)['vconcat'] as unknown[]).length; // 2
 * ```
 */
export function metricChart(metric: AnyMetric): VegaLiteSpec {
  if (!(metric instanceof Metric)) {
    throw inputError('metricChart', 'a metric', metric);
  }
  const scores =
    metric instanceof MetricTracker
      ? historyParts(metric.scoreHistories, { stepName: 'epoch' })
      : scoreParts(scoresOf(metric));
  return stackCharts([...scores, ...stateParts(metric.partsIn(metric.state))]);
}

/** Returns the numbers in the value that are drawn on a scale, with the ranges that the state allows. */
function scoresOf(metric: AnyMetric): NamedScore[] {
  const value = metric.compute();
  const ranges = metric.valueRanges(metric.state, value);
  return metric
    .scoresIn(value, metric.name)
    .map((score, k) => ({ ...score, range: ranges[k] ?? score.range }))
    .filter(({ hasOwnChart }) => hasOwnChart !== true);
}

type Part = MetricPart<AnyMetric>;

/** A chart of states. */
interface StateChart {
  readonly fits: (part: Part) => boolean;
  readonly draw: (part: Part) => ChartPart;
}

const ofPrecision = ({ metric }: Part): boolean =>
  metric instanceof PrecisionRecallCurve || metric instanceof AveragePrecision;

/** Charts in display order. A table that scores of a classifier use is a confusion matrix for all. */
const CHARTS: readonly StateChart[] = [
  {
    fits: ({ metric }) => metric instanceof ClassificationMetric,
    draw: ({ metric, state }) => {
      const { labels, ignoreLabel } = (metric as ClassificationMetric).options;
      const cells = classCells(metric.name, (state as ContingencyTable).cells, labels, ignoreLabel);
      return heatMapPart(confusionMap(cells), { title: 'Confusion matrix', areClasses: true });
    },
  },
  {
    fits: ({ state }) => state instanceof ContingencyTable,
    draw: ({ state }) => heatMapPart(heatMap((state as ContingencyTable).cells), { title: 'Contingency table' }),
  },
  {
    fits: (part) => part.metric instanceof ScoreMetric && !ofPrecision(part),
    draw: ({ metric, state }) => rocPart(metric as ScoreMetric, state),
  },
  {
    fits: ofPrecision,
    draw: ({ state }) => {
      const title = 'Precision–recall curve';
      return precisionRecallCurvePart([precisionRecallPoints(title, precisionRecallCurve(state as never))], title);
    },
  },
  {
    fits: ({ metric }) => metric instanceof CalibrationMetric,
    draw: ({ metric, state }) => {
      const { bins } = metric.options as CalibrationOptions;
      return calibrationCurvePart(calibrationCurve(state as never, { bins }), 'Reliability diagram');
    },
  },
];

/** Draws the states of metrics, each once in each of its charts. */
function stateParts(parts: readonly Part[]): ChartPart[] {
  const tables = new Set<unknown>();
  return CHARTS.flatMap(({ fits, draw }) => {
    const distinct = new Map<unknown, Part>();
    for (const part of parts) {
      if (fits(part) && !tables.has(part.state) && !distinct.has(part.state)) distinct.set(part.state, part);
    }
    for (const state of distinct.keys()) if (state instanceof ContingencyTable) tables.add(state);
    return [...distinct.values()].map(draw);
  });
}

/** Draws the ROC curve of a binary classifier, or the curve of each class against all others. */
function rocPart({ options }: ScoreMetric, state: unknown): ChartPart {
  if (!(state instanceof ClassScoreCounts)) {
    return rocCurvePart([rocPoints('ROC curve', rocCurve(state as never))], 'ROC curve');
  }
  const { labels } = options as { readonly labels?: readonly Label[] | undefined };
  const curves = Array.from({ length: state.classes }, (_, k) =>
    rocPoints(String(labels?.[k] ?? k), rocOfCurve(state.curve(k), NaN)),
  );
  return rocCurvePart(curves, 'ROC curves of classes against all others');
}
