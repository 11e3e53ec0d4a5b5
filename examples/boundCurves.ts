import type { VegaLiteSpec } from 'tfjs-metrics/charts';
import type { Curve } from './trainOnLevels.ts';

/** Number of points per curve. */
const POINTS = 100;

/** Plots the bound by step with the true mutual information, one panel per estimator. */
export function boundCurves(curves: readonly Curve[], levels: readonly number[]): VegaLiteSpec {
  const values = curves.flatMap(({ name, isCubed, values: bounds }) =>
    Array.from({ length: POINTS }, (_, point) => {
      const size = bounds.length / POINTS;
      const part = bounds.subarray(Math.floor(point * size), Math.floor((point + 1) * size));
      const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
      return {
        estimator: name,
        data: isCubed ? 'y cubed' : 'normal',
        step: Math.round((point + 0.5) * size),
        // Omits values outside the panel.
        bound: mean > -1 && mean < 13 ? Number(mean.toFixed(3)) : null,
        truth: levels[Math.floor((point / POINTS) * levels.length)]!,
      };
    }),
  );
  const x = { field: 'step', type: 'quantitative', axis: { title: 'step', tickCount: 5 } };
  const y = { type: 'quantitative', scale: { domain: [-1, 13] }, axis: { title: 'nats' } };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { values },
    facet: { field: 'estimator', type: 'nominal', sort: [...new Set(curves.map(({ name }) => name))], title: null },
    columns: 4,
    spec: {
      width: 150,
      height: 110,
      layer: [
        {
          mark: { type: 'line', interpolate: 'step', strokeDash: [3, 3], strokeWidth: 1, color: '#888' },
          encoding: { x, y: { ...y, field: 'truth' } },
        },
        {
          mark: { type: 'line', strokeWidth: 1.5 },
          encoding: { x, y: { ...y, field: 'bound' }, color: { field: 'data', type: 'nominal', title: null } },
        },
      ],
    },
  };
}
