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
import { readNumbers } from './files/readNumbers.ts';
import type { TableFile } from './files/tableFile.ts';

/** Rows that nearest neighbours are found among. */
const MOST_ROWS = 100_000;

/** The estimators of `tfjs-metrics mi`. */
export const estimators: Readonly<Record<string, Estimator>> = {
  auto: {
    summary: 'nearest neighbours of ranks, with a p-value; counts of two columns of text',
    estimate: autoEstimate,
  },
  soft: {
    summary: 'soft histogram of two columns of numbers, any size',
    estimate: softEstimate,
  },
  discrete: {
    summary: 'counts of two columns of labels, any size',
    estimate: discreteEstimate,
  },
  ksg: {
    summary: 'nearest neighbours of two columns of continuous numbers',
    estimate: (file, options) => neighborEstimate(file, options, KsgMutualInfo, 'Kraskov, Stögbauer and Grassberger'),
  },
  mixed: {
    summary: 'nearest neighbours of two columns of numbers that may repeat',
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
  if (table.n === 0) throw badData(`${file.name}: expected labels that are not ignored, got none`);
  const [rows, columns] = [table.predLabels.length, table.targetLabels.length];
  return {
    value: mutualInfoScore(table),
    samples: table.n,
    how: `counts of ${rows} × ${columns} labels`,
  };
}

/** Two readings: the first finds the range that the second divides into bins. */
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
    throw badData(`${file.name}: column "${printable(name)}" has the same value in all rows`);
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
  const { k, maxSamples = MOST_ROWS, seed } = options;
  const metric = new Neighbors({ k, maxSamples, seed });
  const samples = await eachPair(file, options, (x, y) => metric.update(x, y));
  const kept = Math.min(samples, maxSamples);
  if (kept <= k) throw badData(`${file.name}: expected more rows than ${countOf(k, 'neighbour')}, got ${kept}`);
  return {
    value: metric.compute(),
    samples,
    kept,
    how: `${countOf(k, 'nearest neighbour')} (${authors})${kept < samples ? ` of ${countOf(kept, 'sample')} drawn at random` : ''}`,
  };
}

/** Hands on batches of the two columns; returns how many rows there were. */
async function eachPair(
  file: TableFile,
  { x, y, dropMissing, ignoreLabel }: EstimatorSettings,
  use: (x: Float64Array, y: Float64Array) => void,
): Promise<number> {
  if (ignoreLabel !== undefined) throw badUsage('--ignore-label goes with --estimator discrete');
  let total = 0;
  for await (const { samples } of readNumbers(file, [x, y], { dropMissing })) {
    const { data, shape } = samples;
    const side = (at: number): Float64Array => Float64Array.from({ length: shape[0] }, (_, i) => data[2 * i + at]!);
    use(side(0), side(1));
    total += shape[0];
  }
  if (total === 0) throw badData(`${file.name} has no rows to read`);
  return total;
}
