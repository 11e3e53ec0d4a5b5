import { ksgMutualInfo } from '../functional/information/neighbors/ksgMutualInfo.ts';
import { normalScores } from '../functional/information/gaussian/normalScores.ts';
import { rossMutualInfo } from '../functional/information/neighbors/rossMutualInfo.ts';
import { shuffleTest } from '../functional/information/shuffleTest.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { countOf } from '../inputs/countOf.ts';
import { badData } from './commandError.ts';
import type { Estimate, EstimatorSettings } from './estimator.ts';
import type { TableFile } from './files/tableFile.ts';
import { printable } from './printable.ts';
import { samplePairs, type PairColumn } from './samplePairs.ts';

/** Default number of rows that are compared. */
const MAX_ROWS = 5000;

/**
 * Estimates mutual information from nearest neighbours of ranks, with the p-value of a permutation test. Uses the
 * estimator of Kraskov et al. for two numeric columns, and that of Ross for numbers and labels.
 *
 * @returns the estimate, or undefined if both columns hold labels.
 */
export async function rankEstimate(file: TableFile, options: EstimatorSettings): Promise<Estimate | undefined> {
  const { k, seed, permutations, maxSamples = MAX_ROWS } = options;
  const { columns, samples, kept } = await samplePairs(file, options, maxSamples, RandomSource.of(seed));
  const [x, y] = columns;
  const [numbers, other] = x.numbers ? [x, y] : [y, x];
  if (!numbers.numbers) return undefined;
  if (kept <= k)
    throw badData(`${file.name}: expected at least ${k + 1} rows for ${countOf(k, 'neighbour')}, got ${kept}`);
  const isRoss = other.numbers === undefined;
  const estimated = {
    samples,
    kept,
    permutations,
    how:
      `${countOf(k, 'nearest neighbour')} of ranks (${isRoss ? 'Ross' : 'Kraskov, Stögbauer and Grassberger'})` +
      (kept < samples ? ` of ${countOf(kept, 'sample')} drawn at random` : ''),
    why: reasonFor(x, y, isRoss, [options.x, options.y]),
  };
  if (x.distinct === 1 || y.distinct === 1) return { ...estimated, value: 0, pValue: 1 };
  const ranked = scoresOf(numbers.numbers);
  const settings = { permutations, seed };
  const { estimate, pValue } = isRoss
    ? shuffleTest((a, b) => rossMutualInfo(a, b, { k }), ranked, other.texts, settings)
    : shuffleTest((a, b) => ksgMutualInfo(a, b, { k }), ranked, scoresOf(other.numbers), settings);
  return { ...estimated, value: estimate, pValue };
}

function scoresOf(data: Float64Array): Float64Array {
  return normalScores({ data, n: data.length, d: 1 }).data;
}

function reasonFor(x: PairColumn, y: PairColumn, isRoss: boolean, names: readonly [string, string]): string {
  const kind = isRoss ? 'one column holds numbers, the other labels' : 'both columns hold numbers';
  const tied = [x, y].flatMap(({ numbers, distinct }, j) => {
    const share = numbers ? 1 - distinct / numbers.length : 0;
    return share > 0 ? [`${(100 * share).toFixed(1)} % of "${printable(names[j]!)}"`] : [];
  });
  const ties = tied.length > 0 ? `; repeated values (${tied.join(', ')}) count as ties` : '';
  return kind + ties;
}
