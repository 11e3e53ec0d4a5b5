import { inputError } from '../inputs/metricInputError.ts';
import { isPlainObject } from '../inputs/isPlainObject.ts';
import { CHART_WIDTH } from './cellSize.ts';
import { chartColors } from './chartColors.ts';
import { checkItems, NUMBER } from './checkItems.ts';
import { stackCharts, type ChartPart, type VegaLiteSpec } from './vegaLiteSpec.ts';

/** Result of `mutualInfoProtocol` of `tfjs-metrics/critics`, as far as it is drawn. */
export interface ChartedProtocol {
  /** Estimate for infinitely many samples, in nats. */
  readonly mutualInfo: number;
  /** Its confidence interval, in nats. */
  readonly interval: readonly [low: number, high: number];
  /** Number of latent dimensions that was chosen. */
  readonly dimensions: number;
  /** Slope of the line over the number of parts. */
  readonly slope: number;
  /** All runs. */
  readonly runs: readonly ChartedRun[];
}

/** Run of a {@link ChartedProtocol}. */
export interface ChartedRun {
  /** Largest number of latent dimensions. */
  readonly dimensions: number;
  /** Number of parts into which the samples were divided. */
  readonly parts: number;
  /** Number of samples in the part. */
  readonly samples: number;
  /** Estimate, in nats. */
  readonly mutualInfo: number;
  /** Its standard error, in nats. */
  readonly standardError: number;
}

/**
 * Draws both sweeps of `mutualInfoProtocol`: the estimates against the number of latent dimensions, and those with the
 * chosen number against the number of parts, with the line to infinitely many samples and the confidence interval there.
 *
 * Each point has a bar of one standard error above and below.
 *
 * @param protocol - result of `mutualInfoProtocol`.
 * @returns a Vega-Lite specification.
 * @throws {@link MetricInputError} if the argument is not such a result.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { mutualInfoProtocolChart } from 'tfjs-metrics/charts';
 *
 * const run = { part: 0, interval: [0.4, 0.6], reasons: [] };
 * const chart = mutualInfoProtocolChart({
 *   mutualInfo: 0.55,
 *   interval: [0.4, 0.7],
 *   dimensions: 1,
 *   slope: -0.05,
 *   runs: [
 *     {
 *       ...run,
 *       dimensions: 1,
 *       parts: 1,
 *       samples: 400,
 *       mutualInfo: 0.5,
 *       standardError: 0.04,
 *     },
 *     {
 *       ...run,
 *       dimensions: 1,
 *       parts: 2,
 *       samples: 200,
 *       mutualInfo: 0.45,
 *       standardError: 0.06,
 *     },
 *   ],
 * });
 * (chart['vconcat'] as unknown[]).length; // 2
 * ```
 */
export function mutualInfoProtocolChart(protocol: ChartedProtocol): VegaLiteSpec {
  const owner = 'mutualInfoProtocolChart';
  if (!isPlainObject(protocol)) throw inputError(owner, 'a result of mutualInfoProtocol', protocol);
  const { mutualInfo, interval, dimensions, slope, runs } = protocol;
  checkItems(`${owner}: "runs"`, runs, {
    dimensions: NUMBER,
    parts: NUMBER,
    samples: NUMBER,
    mutualInfo: NUMBER,
    standardError: NUMBER,
  });
  const isNumber = (value: unknown): boolean => typeof value === 'number';
  const numbers = { mutualInfo, dimensions, slope };
  for (const [name, value] of Object.entries(numbers)) {
    if (!isNumber(value)) throw inputError(`${owner}: "${name}"`, 'a number', value);
  }
  if (!Array.isArray(interval) || interval.length !== 2 || !interval.every(isNumber)) {
    throw inputError(`${owner}: "interval"`, 'two numbers', interval);
  }
  const whole = runs.filter(({ parts }) => parts === 1);
  const divided = runs.filter((run) => run.dimensions === dimensions);
  const most = Math.max(1, ...divided.map(({ parts }) => parts));
  const line = [0, most].map((parts) => ({ parts, mutualInfo: finite(mutualInfo + slope * parts) }));
  const [low, high] = domainOf([...interval, ...line.map((point) => point.mutualInfo ?? NaN), ...limitsOf(runs)]);
  const inDomain = (limit: number): number => Math.min(high, Math.max(low, limit));
  const nats = (field: string): ChartPart => ({
    y: { field, type: 'quantitative', title: 'nats', scale: { domain: [low, high] } },
  });
  const byDimensions = {
    x: { field: 'dimensions', type: 'ordinal', title: 'latent dimensions', axis: { labelAngle: 0 } },
  };
  const byParts = {
    x: {
      field: 'parts',
      type: 'quantitative',
      title: 'number of parts (0: infinitely many samples)',
      scale: { domain: [0, most], nice: false },
      axis: { tickMinStep: 1 },
    },
  };
  const points = (x: ChartPart, color: ChartPart): ChartPart[] => [
    {
      mark: { type: 'rule', color: chartColors.accent },
      encoding: { ...x, ...nats('low'), y2: { field: 'high' } },
    },
    {
      mark: { type: 'point', filled: true, size: 70, opacity: 1 },
      encoding: {
        ...x,
        ...nats('mutualInfo'),
        color,
        tooltip: ['dimensions', 'parts', 'samples', 'mutualInfo', 'low', 'high'].map((field) => ({ field })),
      },
    },
  ];
  const chosen = { test: `datum.dimensions === ${dimensions}`, value: chartColors.highlight };
  return stackCharts([
    {
      ...frame('Latent dimensions', whole),
      layer: points(byDimensions, { condition: chosen, value: chartColors.accent }),
    },
    {
      ...frame('Number of samples', divided),
      layer: [
        {
          data: { values: line },
          mark: { type: 'line', strokeDash: [4, 4], color: chartColors.faint },
          encoding: { ...byParts, ...nats('mutualInfo') },
        },
        {
          data: { values: [{ parts: 0, low: finite(inDomain(interval[0])), high: finite(inDomain(interval[1])) }] },
          mark: { type: 'rule', color: chartColors.highlight, strokeWidth: 3 },
          encoding: { ...byParts, ...nats('low'), y2: { field: 'high' } },
        },
        ...points(byParts, { value: chartColors.accent }),
      ],
    },
  ]);
}

/** Returns the limits of one standard error around each estimate. */
function limitsOf(runs: readonly ChartedRun[]): number[] {
  return runs.flatMap(({ mutualInfo, standardError }) => [mutualInfo - standardError, mutualInfo + standardError]);
}

/** Returns the range of the finite values and 0, which is never empty. */
function domainOf(values: readonly number[]): [low: number, high: number] {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  return [low, high > low ? high : low + 1];
}

function frame(title: string, runs: readonly ChartedRun[]): ChartPart {
  const values = runs.map(({ dimensions, parts, samples, mutualInfo, standardError }) => ({
    dimensions,
    parts,
    samples,
    mutualInfo: finite(mutualInfo),
    low: finite(mutualInfo - standardError),
    high: finite(mutualInfo + standardError),
  }));
  return { title, width: CHART_WIDTH, height: 200, data: { values } };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
