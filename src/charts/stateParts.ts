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
import type { AnyMetric } from '../metrics/metric.ts';
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
import type { ChartPart } from './vegaLiteSpec.ts';

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
export function stateParts(parts: readonly Part[]): ChartPart[] {
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
