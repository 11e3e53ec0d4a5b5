import { mutualInfoScore } from '../functional/information/discrete/mutualInfoScore.ts';
import { KsgMutualInfo } from '../information/ksgMutualInfo.ts';
import { MixedMutualInfo } from '../information/mixedMutualInfo.ts';
import { SoftMutualInfoScore } from '../information/softMutualInfoScore.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { countOf } from '../inputs/countOf.ts';
import { badData, badUsage } from './commandError.ts';
import { printable } from './printable.ts';
import { autoEstimate } from './autoEstimate.ts';
import { countLabelPairs, requireSingleColumns } from './countLabelPairs.ts';
import type { ComputeEstimate, Estimator, EstimatorSettings } from './estimator.ts';
import { readNumberRows } from './files/readNumberRows.ts';
import type { TableFile } from './files/tableFile.ts';

/** Default number of rows for nearest-neighbor estimators. */
const MAX_ROWS = 100_000;

/** The estimators of `tfjs-metrics mi`. */
export const estimators: Readonly<Record<string, Estimator>> = {
  auto: {
    summary: 'chosen by the columns: label counts, nearest neighbors of ranks, or critics for many columns',
    read: autoEstimate,
  },
  soft: {
    summary: 'soft histogram of two numeric columns, any number of rows',
    read: softEstimate,
  },
  discrete: {
    summary: 'label counts of two columns, any number of rows',
    read: discreteEstimate,
  },
  ksg: {
    summary: 'nearest neighbors of continuous columns',
    read: (file, options) => neighborEstimate(file, options, KsgMutualInfo, 'Kraskov, Stögbauer and Grassberger'),
  },
  mixed: {
    summary: 'nearest neighbors of numeric columns with repeated values',
    read: (file, options) => neighborEstimate(file, options, MixedMutualInfo, 'Gao, Kannan, Oh and Viswanath'),
  },
};

async function discreteEstimate(file: TableFile, settings: EstimatorSettings): Promise<ComputeEstimate> {
  requireSingleColumns(settings, '--estimator discrete');
  const { table, samples, how } = await countLabelPairs(file, settings);
  return () => ({ value: mutualInfoScore(table), samples, how });
}

/** Reads the file twice: first to find the range, then to fill the histogram. */
async function softEstimate(file: TableFile, options: EstimatorSettings): Promise<ComputeEstimate> {
  requireSingleColumns(options, '--estimator soft');
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [number[], number[]];
  await eachPair(file, options, (x, y) => {
    [x, y].forEach(({ data }, side) => {
      for (const value of data) {
        low[side] = Math.min(low[side]!, value);
        high[side] = Math.max(high[side]!, value);
      }
    });
  });
  const names = [...options.x, ...options.y];
  names.forEach((name, side) => {
    if (low[side]! < high[side]!) return;
    throw badData(`${file.name}: column "${printable(name)}": expected at least two distinct values, got one`);
  });
  const range = [0, 1].map((side) => [low[side]!, high[side]!] as const);
  const metric = new SoftMutualInfoScore({ bins: options.bins, range: range as never });
  const samples = await eachPair(file, options, (x, y) => metric.update(x.data, y.data));
  return () => ({
    value: metric.compute(),
    samples,
    how: `soft histogram of ${options.bins} × ${options.bins} bins`,
  });
}

async function neighborEstimate(
  file: TableFile,
  options: EstimatorSettings,
  Neighbors: typeof KsgMutualInfo | typeof MixedMutualInfo,
  authors: string,
): Promise<ComputeEstimate> {
  const { k, maxSamples = MAX_ROWS, seed } = options;
  const metric = new Neighbors({ k, maxSamples, seed });
  const samples = await eachPair(file, options, (x, y) => metric.update(x, y));
  const kept = Math.min(samples, maxSamples);
  if (kept <= k)
    throw badData(`${file.name}: expected at least ${k + 1} rows for ${countOf(k, 'neighbor')}, got ${kept}`);
  return () => ({
    value: metric.compute(),
    samples,
    kept,
    how: `${countOf(k, 'nearest neighbor')} (${authors})${kept < samples ? ` of ${countOf(kept, 'sample')} drawn at random` : ''}`,
  });
}

/** Calls `use` with batches of the two variables; returns the number of rows. */
async function eachPair(
  file: TableFile,
  { x, y, dropMissing, ignoreLabel }: EstimatorSettings,
  use: (x: FlatSamples, y: FlatSamples) => void,
): Promise<number> {
  if (ignoreLabel !== undefined)
    throw badUsage('--ignore-label: expected --estimator discrete or auto, got another estimator');
  let total = 0;
  for await (const { samples } of readNumberRows(file, [...x, ...y], { dropMissing })) {
    const { data, shape } = samples;
    const [n, width] = shape;
    const columns = (first: number, d: number): FlatSamples => ({
      data: Float64Array.from({ length: n * d }, (_, at) => data[Math.floor(at / d) * width + first + (at % d)]!),
      shape: [n, d],
    });
    use(columns(0, x.length), columns(x.length, y.length));
    total += n;
  }
  if (total === 0) throw badData(`${file.name}: expected at least one row, got none`);
  return total;
}
