import { chartColors } from './chartColors.ts';
import type { ScoreHistory } from '../metrics/scoreHistory.ts';
import { numberFormat } from './numberFormat.ts';
import { shareScales, type SharedScale } from './curves/shareScales.ts';
import { thinnedSteps } from './curves/thinnedSteps.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** Options for the steps of a history. */
export interface StepOptions {
  /** Name of a step, such as `'epoch'` or `'batch'`. Default: `'step'`. */
  readonly stepName?: string | undefined;
  /** Number of each step. Default: 0, 1, 2, …. */
  readonly steps?: ArrayLike<number> | undefined;
}

/** Creates the charts of {@link historyChart}, one for each axis. */
export function historyParts(
  histories: readonly ScoreHistory[],
  { stepName = 'step', steps }: StepOptions = {},
): ChartPart[] {
  const scales = shareScales(histories, ({ values, range = [] }) => [...extremes(values), range[1]]);
  return scales.map((scale) => scalePart(scale, stepName, (k) => steps?.[k] ?? k));
}

function scalePart(
  { scores, domain, direction }: SharedScale<ScoreHistory>,
  stepName: string,
  stepAt: (k: number) => number,
): ChartPart {
  const names = scores.map(({ name }) => name);
  const values = scores.flatMap((score) => {
    const best = bestStep(score);
    return thinnedSteps(score.values, best).map((k) => {
      const value = score.values[k]!;
      const point = { name: score.name, step: stepAt(k), value: Number.isFinite(value) ? value : null };
      return k === best ? { ...point, best: numberFormat([value])(value) } : point;
    });
  });
  const [first, last] = extremes(values.map(({ step }) => step));
  const steps = first <= last ? [first, Math.max(last, first + 1)] : [0, 1];
  const isOne = names.length === 1;
  return {
    ...(isOne ? { title: names[0]! } : {}),
    width: 420,
    height: 200,
    data: { values },
    encoding: {
      x: {
        field: 'step',
        type: 'quantitative',
        title: stepName,
        scale: { domain: steps, nice: false },
        axis: { tickMinStep: 1, grid: false },
      },
      y: { field: 'value', type: 'quantitative', title: direction, scale: { domain } },
      color: {
        field: 'name',
        type: 'nominal',
        title: null,
        scale: { domain: names, range: chartColors.series },
        legend: isOne ? null : { orient: 'bottom', columns: 2, labelLimit: 200 },
      },
    },
    layer: [
      { mark: { type: 'line', tooltip: true } },
      {
        transform: [{ filter: 'isValid(datum.best)' }],
        mark: { type: 'point', filled: true, size: 90, opacity: 1, tooltip: true },
      },
      {
        transform: [{ filter: 'isValid(datum.best)' }],
        mark: { type: 'text', dy: -12, color: chartColors.highlight },
        encoding: { text: { field: 'best' }, color: { value: chartColors.highlight } },
      },
    ],
  };
}

function extremes(values: ArrayLike<number>): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) continue;
    low = Math.min(low, values[k]!);
    high = Math.max(high, values[k]!);
  }
  return [low, high];
}

/** Returns the first step with the best value, or undefined if the score has no direction or no finite value. */
function bestStep({ values, higherIsBetter }: ScoreHistory): number | undefined {
  if (higherIsBetter == null) return undefined;
  const sign = higherIsBetter ? 1 : -1;
  let best: number | undefined;
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) continue;
    if (best === undefined || sign * values[k]! > sign * values[best]!) best = k;
  }
  return best;
}
