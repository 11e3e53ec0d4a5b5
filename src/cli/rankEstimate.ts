import { ksgMutualInfo } from '../functional/information/neighbors/ksgMutualInfo.ts';
import { normalScoresOf } from '../numeric/neighbors/normalScores.ts';
import { rossMutualInfo } from '../functional/information/neighbors/rossMutualInfo.ts';
import { shuffleTest } from '../functional/information/shuffleTest.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { countOf } from '../inputs/countOf.ts';
import { badData } from './commandError.ts';
import type { Estimate, EstimatorSettings } from './estimator.ts';
import type { TableFile } from './files/tableFile.ts';
import { printable } from './printable.ts';
import { readNumber } from './files/decimal.ts';
import { numberHint, readNumberRows } from './files/readNumberRows.ts';

/** Default number of rows that are compared. */
const MAX_ROWS = 5000;

/**
 * Estimates mutual information from nearest neighbors of ranks, with the p-value of a permutation test. Uses the
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
    throw badData(`${file.name}: expected at least ${k + 1} rows for ${countOf(k, 'neighbor')}, got ${kept}`);
  const isRoss = other.numbers === undefined;
  const estimated = {
    samples,
    kept,
    permutations,
    how:
      `${countOf(k, 'nearest neighbor')} of ranks (${isRoss ? 'Ross' : 'Kraskov, Stögbauer and Grassberger'})` +
      (kept < samples ? ` of ${countOf(kept, 'sample')} drawn at random` : ''),
    why: reasonFor(x, y, isRoss, [options.x, options.y]),
  };
  if (x.distinct === 1 || y.distinct === 1) return { ...estimated, value: 0, pValue: 1 };
  const ranked = normalScoresOf(numbers.numbers);
  const settings = { permutations, seed };
  const { estimate, pValue } = isRoss
    ? shuffleTest((a, b) => rossMutualInfo(a, b, { k }), ranked, other.texts, settings)
    : shuffleTest((a, b) => ksgMutualInfo(a, b, { k }), ranked, normalScoresOf(other.numbers), settings);
  return { ...estimated, value: estimate, pValue };
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

/** One of the two columns, in the sampled rows. */
interface PairColumn {
  readonly texts: readonly string[];
  /** Numbers of the column; undefined unless every cell is a number. */
  readonly numbers: Float64Array | undefined;
  /** Number of distinct numbers or labels. */
  readonly distinct: number;
}

/** A uniform sample of rows. */
interface SampledPairs {
  readonly columns: readonly [x: PairColumn, y: PairColumn];
  /** Number of rows read. */
  readonly samples: number;
  /** Number of rows kept. */
  readonly kept: number;
}

/** Number of numeric cells of a column, and the first cell that is not a number. */
interface CellKinds {
  readonly column: string;
  numbers: number;
  other: string | undefined;
}

/** Reads two columns and keeps a uniform sample of their rows (reservoir sampling; Vitter's algorithm R). */
async function samplePairs(
  file: TableFile,
  { x, y, dropMissing }: EstimatorSettings,
  maxSamples: number,
  random: RandomSource,
): Promise<SampledPairs> {
  const kinds = [x, y].map((column): CellKinds => ({ column, numbers: 0, other: undefined }));
  const rows: (readonly string[])[] = [];
  let samples = 0;
  for await (const { beside } of readNumberRows(file, [], { beside: [x, y], dropMissing })) {
    for (const row of beside) {
      row.forEach((cell, j) => count(kinds[j]!, Number.isNaN(readNumber(cell, file.decimal)), cell));
      const place = samples < maxSamples ? samples : random.integer(samples + 1);
      if (place < maxSamples) rows[place] = row;
      samples++;
    }
  }
  if (samples === 0) throw badData(`${file.name}: expected at least one row, got none`);
  const [ofX, ofY] = kinds.map((kind, j) =>
    columnOf(
      file,
      kind,
      rows.map((row) => row[j]!),
    ),
  );
  return { columns: [ofX!, ofY!], samples, kept: rows.length };
}

function count(kinds: CellKinds, isOther: boolean, cell: string): void {
  if (isOther) kinds.other ??= cell;
  else kinds.numbers++;
}

function columnOf(file: TableFile, { column, numbers, other }: CellKinds, texts: readonly string[]): PairColumn {
  // Numbers with a decimal comma would be mistaken for labels.
  if (other !== undefined && (numbers > 0 || /^-?\d+,\d+$/.test(other))) {
    throw badData(
      `${file.name}: column "${printable(column)}": expected finite numbers, got "${printable(other)}" and ${countOf(numbers, 'number')}; ${numberHint(other, file.decimal)}, --estimator discrete treats the cells as labels`,
    );
  }
  if (other !== undefined) return { texts, numbers: undefined, distinct: new Set(texts).size };
  const values = Float64Array.from(texts, (text) => readNumber(text, file.decimal));
  return { texts, numbers: values, distinct: new Set(values).size };
}
