import { chartColors } from '../../charts/chartColors.ts';
import { CHART_WIDTH } from '../../charts/cellSize.ts';
import { scoreParts } from '../../charts/scoreParts.ts';
import { stackCharts, type ChartPart, type VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { sizedText } from '../document/countText.ts';
import type { RegressionFacts, ResidualHistogram } from './regressionFacts.ts';
import { regressionTitle } from './scoresOfRegression.ts';

/** Height of the charts of residuals, in pixels. */
const HEIGHT = 260;

/** Stacks all charts of a report vertically. */
export function regressionChart(facts: RegressionFacts): VegaLiteSpec {
  const { scores, histogram } = facts;
  const named = scores.map((score) => ({ ...score, name: regressionTitle(score.name) }));
  return stackCharts([...scoreParts(named), ...(histogram ? [residualChart(facts), histogramChart(histogram)] : [])]);
}

/** Residuals against predictions, with the mean residual of groups of similar predictions. */
export function residualChart({ points, groups }: Pick<RegressionFacts, 'points' | 'groups'>): ChartPart {
  const { prediction, residual, samples } = points;
  const most = samples.reduce((largest, size) => Math.max(largest, size), 1);
  const x = { field: 'prediction', type: 'quantitative', title: 'prediction', scale: { zero: false } };
  const y = { field: 'residual', type: 'quantitative', title: 'residual: target − prediction' };
  const isMerged = samples.some((size) => size > 1);
  const subtitles = [
    ...(isMerged ? ['larger points: more samples'] : []),
    ...(groups.length > 0 ? ['line: mean residual'] : []),
  ];
  return {
    title: { text: 'Residuals by prediction', subtitle: subtitles.join('; ') },
    width: CHART_WIDTH,
    height: HEIGHT,
    layer: [
      zeroLine('y'),
      {
        data: { values: prediction.map((at, k) => ({ prediction: at, residual: residual[k]!, samples: samples[k]! })) },
        mark: { type: 'point', filled: true, opacity: 0.5, color: chartColors.accent, tooltip: true },
        encoding: {
          x,
          y,
          size: {
            field: 'samples',
            type: 'quantitative',
            scale: { domain: [0, most], range: [isMerged ? 6 : 0, isMerged ? 150 : 24] },
            legend: null,
          },
        },
      },
      ...(groups.length === 0
        ? []
        : [
            {
              data: { values: groups.map((group) => ({ prediction: group.prediction, residual: group.residual })) },
              mark: { type: 'line', point: { color: chartColors.highlight }, color: chartColors.highlight },
              encoding: { x, y },
            },
          ]),
    ],
  };
}

/** Distribution of the residuals. */
export function histogramChart({ start, width, samples, below, above }: ResidualHistogram): ChartPart {
  const far = below + above;
  const endOf = (k: number): number => start + k * width;
  const values = samples.map((count, k) => ({ from: endOf(k), to: endOf(k + 1), samples: count }));
  const x = {
    field: 'from',
    type: 'quantitative',
    title: 'residual: target − prediction',
    scale: { domain: [start, endOf(samples.length)], nice: false },
  };
  return {
    title: {
      text: 'Distribution of residuals',
      subtitle:
        far === 0 ? '' : `${sizedText(far, 'sample')} with larger residuals ${far === 1 ? 'is' : 'are'} not shown`,
    },
    width: CHART_WIDTH,
    height: HEIGHT,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', color: chartColors.accent, tooltip: true },
        encoding: {
          x: { ...x, bin: 'binned' },
          x2: { field: 'to' },
          y: { field: 'samples', type: 'quantitative', title: 'samples' },
        },
      },
      ...(start <= 0 && endOf(samples.length) >= 0 ? [zeroLine('x')] : []),
    ],
  };
}

/** Dashed line at a residual of 0. */
function zeroLine(axis: 'x' | 'y'): ChartPart {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.5, color: chartColors.faint },
    encoding: { [axis]: { field: 'zero', type: 'quantitative' } },
  };
}
