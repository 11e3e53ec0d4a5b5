import { mutualInfoScore } from '../functional/information/discrete/mutualInfoScore.ts';
import { KsgMutualInfo } from '../information/ksgMutualInfo.ts';
import { MixedMutualInfo } from '../information/mixedMutualInfo.ts';
import { SoftMutualInfoScore } from '../information/softMutualInfoScore.ts';
import { countOf } from '../inputs/countOf.ts';
import { badData, badUsage } from './commandError.ts';
import { printable } from './printable.ts';
import type { Estimate, Estimator, EstimatorSettings } from './estimator.ts';
import { rankEstimate } from './rankEstimate.ts';
import { asLabels, readLabels } from './files/readLabels.ts';
import { readNumberRows } from './files/readNumberRows.ts';
import type { TableFile } from './files/tableFile.ts';

/** Default number of rows for nearest-neighbor estimators. */
const MAX_ROWS = 100_000;

/** The estimators of `tfjs-metrics mi`. */
export const estimators: Readonly<Record<string, Estimator>> = {
  auto: {
    summary: 'nearest neighbors of ranks, with a p-value; label counts if both columns are text',
    estimate: autoEstimate,
  },
  soft: {
    summary: 'soft histogram of two numeric columns, any number of rows',
    estimate: softEstimate,
  },
  discrete: {
    summary: 'label counts of two columns, any number of rows',
    estimate: discreteEstimate,
  },
  ksg: {
    summary: 'nearest neighbors of two continuous columns',
    estimate: (file, options) => neighborEstimate(file, options, KsgMutualInfo, 'Kraskov, Stögbauer and Grassberger'),
  },
  mixed: {
    summary: 'nearest neighbors of two numeric columns with repeated values',
    estimate: (file, options) => neighborEstimate(file, options, MixedMutualInfo, 'Gao, Kannan, Oh and Viswanath'),
  },
};

async function autoEstimate(file: TableFile, options: EstimatorSettings): Promise<Estimate> {
  const isIgnoring = options.ignoreLabel !== undefined;
  const ranked = isIgnoring ? undefined : await rankEstimate(file, options);
  if (ranked) return ranked;
  const why = isIgnoring ? 'labels are ignored' : 'both columns hold labels';
  return { ...(await discreteEstimate(file, options)), why };
}

async function discreteEstimate(
  file: TableFile,
  { x, y, dropMissing, ignoreLabel }: EstimatorSettings,
): Promise<Estimate> {
  const counted = await readLabels(file, [x, y], dropMissing);
  const table = counted.without(asLabels(ignoreLabel)).pair(0, 1);
  if (table.n === 0) throw badData(`${file.name}: expected at least one row without ignored labels, got none`);
  const [rows, columns] = [table.predLabels.length, table.targetLabels.length];
  return {
    value: mutualInfoScore(table),
    samples: table.n,
    how: `counts of ${rows} × ${columns} labels`,
  };
}

/** Reads the file twice: first to find the range, then to fill the histogram. */
async function softEstimate(file: TableFile, options: EstimatorSettings): Promise<Estimate> {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [number[], number[]];
  await eachPair(file, options, (x, y) => {
    [x, y].forEach((values, side) => {
      for (const value of values) {
        low[side] = Math.min(low[side]!, value);
        high[side] = Math.max(high[side]!, value);
      }
    });
  });
  const names = [options.x, options.y];
  names.forEach((name, side) => {
    if (low[side]! < high[side]!) return;
    throw badData(`${file.name}: column "${printable(name)}": expected at least two distinct values, got one`);
  });
  const range = [0, 1].map((side) => [low[side]!, high[side]!] as const);
  const metric = new SoftMutualInfoScore({ bins: options.bins, range: range as never });
  const samples = await eachPair(file, options, (x, y) => metric.update(x, y));
  return {
    value: metric.compute(),
    samples,
    how: `soft histogram of ${options.bins} × ${options.bins} bins`,
  };
}

async function neighborEstimate(
  file: TableFile,
  options: EstimatorSettings,
  Neighbors: typeof KsgMutualInfo | typeof MixedMutualInfo,
  authors: string,
): Promise<Estimate> {
  const { k, maxSamples = MAX_ROWS, seed } = options;
  const metric = new Neighbors({ k, maxSamples, seed });
  const samples = await eachPair(file, options, (x, y) => metric.update(x, y));
  const kept = Math.min(samples, maxSamples);
  if (kept <= k)
    throw badData(`${file.name}: expected at least ${k + 1} rows for ${countOf(k, 'neighbor')}, got ${kept}`);
  return {
    value: metric.compute(),
    samples,
    kept,
    how: `${countOf(k, 'nearest neighbor')} (${authors})${kept < samples ? ` of ${countOf(kept, 'sample')} drawn at random` : ''}`,
  };
}

/** Calls `use` with batches of the two columns; returns the number of rows. */
async function eachPair(
  file: TableFile,
  { x, y, dropMissing, ignoreLabel }: EstimatorSettings,
  use: (x: Float64Array, y: Float64Array) => void,
): Promise<number> {
  if (ignoreLabel !== undefined)
    throw badUsage('--ignore-label: expected --estimator discrete or auto, got another estimator');
  let total = 0;
  for await (const { samples } of readNumberRows(file, [x, y], { dropMissing })) {
    const { data, shape } = samples;
    const side = (at: number): Float64Array => Float64Array.from({ length: shape[0] }, (_, i) => data[2 * i + at]!);
    use(side(0), side(1));
    total += shape[0];
  }
  if (total === 0) throw badData(`${file.name}: expected at least one row, got none`);
  return total;
}
