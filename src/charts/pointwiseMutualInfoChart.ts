import type { PointwisePair } from '../functional/information/discrete/pointwiseMutualInfo.ts';
import { barStep, CHART_WIDTH } from './cellSize.ts';
import { chartColors } from './chartColors.ts';
import { chartOptions } from './chartOptions.ts';
import { checkItems, LABEL, NUMBER } from './checkItems.ts';
import { labelText, labelTexts } from './labelText.ts';
import { numberFormat } from './numberFormat.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/** Options for {@link pointwiseMutualInfoChart}. */
export interface PointwiseChartOptions {
  /** Title of the chart. Default: `'Pointwise mutual information'`. */
  readonly title?: string | undefined;
  /** Maximum number of pairs to show, half with the highest and half with the lowest values. Default: 20. */
  readonly most?: number | undefined;
}

/**
 * Bar chart of the pairs of labels with the highest and the lowest pointwise mutual information. Pairs with a positive
 * value occur together more often than by chance, pairs with a negative value less often.
 *
 * @param pairs - result of `pointwiseMutualInfo`.
 * @param options - title, and number of pairs to show.
 * @returns a Vega-Lite specification of at most `most` pairs.
 * @throws {@link MetricInputError} if a label, value or option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { pointwiseMutualInfo } from 'tfjs-metrics';
 * import { pointwiseMutualInfoChart } from 'tfjs-metrics/charts';
 *
 * const preds = ['x', 'x', 'y', 'y'];
 * const pairs = pointwiseMutualInfo(preds, ['a', 'a', 'a', 'b'], { base: 2 });
 * pointwiseMutualInfoChart(pairs)['data'];
 * // => { values: [{ pair: 'y, b', value: 1, text: '1.000', count: 1 },
 * //   { pair: 'x, a', value: 0.415037, text: '0.415', count: 2 },
 * //   { pair: 'y, a', value: -0.584963, text: '−0.585', count: 1 }] }
 * ```
 */
export function pointwiseMutualInfoChart(
  pairs: readonly PointwisePair[],
  options?: PointwiseChartOptions,
): VegaLiteSpec {
  const owner = 'pointwiseMutualInfoChart';
  checkItems(owner, pairs, { pred: LABEL, target: LABEL, count: NUMBER, mutualInfo: NUMBER });
  const { title = 'Pointwise mutual information', most = 20 } = chartOptions(options, owner);
  const sorted = [...pairs].sort((a, b) => b.mutualInfo - a.mutualInfo);
  const [first, last] = [Math.ceil(most / 2), Math.floor(most / 2)];
  const shown = sorted.filter((_, k) => k < first || k >= sorted.length - last);
  const names = labelTexts(shown.map(({ pred, target }) => `${labelText(pred, 11)}, ${labelText(target, 11)}`));
  const format = numberFormat(shown.map(({ mutualInfo }) => mutualInfo));
  const values = shown.map(({ mutualInfo, count }, k) => ({
    pair: names[k]!,
    value: mutualInfo,
    text: format(mutualInfo),
    count,
  }));
  const finite = values.map(({ value }) => value).filter(Number.isFinite);
  const domain = [Math.min(0, ...finite), Math.max(0, ...finite) || 1];
  const left = sorted.length - shown.length;
  return stackCharts([
    {
      title: { text: title, subtitle: left === 0 ? '' : `${left} pairs between them are not shown` },
      width: CHART_WIDTH,
      height: { step: barStep(values.length) },
      data: { values },
      encoding: {
        y: { field: 'pair', type: 'nominal', sort: null, title: 'preds, target', axis: { labelLimit: 240 } },
        x: {
          field: 'value',
          type: 'quantitative',
          title: 'pointwise mutual information',
          scale: { domain, nice: true },
        },
        tooltip: ['pair', 'text', 'count'].map((field) => ({ field })),
      },
      layer: [
        {
          mark: 'bar',
          encoding: {
            color: {
              condition: { test: 'datum.value < 0', value: chartColors.error },
              value: chartColors.accent,
            },
          },
        },
        { mark: { type: 'text', align: 'left', dx: 5 }, encoding: { text: { field: 'text' } } },
      ],
    },
  ]);
}
