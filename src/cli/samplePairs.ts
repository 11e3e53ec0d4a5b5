import { countOf } from '../inputs/countOf.ts';
import type { RandomSource } from '../numeric/random/randomSource.ts';
import { badData } from './commandError.ts';
import type { EstimatorSettings } from './estimator.ts';
import { readNumber } from './files/decimal.ts';
import { numberHint, readNumbers } from './files/readNumbers.ts';
import type { TableFile } from './files/tableFile.ts';
import { printable } from './printable.ts';

/** One of the two columns, in the sampled rows. */
export interface PairColumn {
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
export async function samplePairs(
  file: TableFile,
  { x, y, dropMissing }: EstimatorSettings,
  maxSamples: number,
  random: RandomSource,
): Promise<SampledPairs> {
  const kinds = [x, y].map((column): CellKinds => ({ column, numbers: 0, other: undefined }));
  const rows: (readonly string[])[] = [];
  let samples = 0;
  for await (const { beside } of readNumbers(file, [], { beside: [x, y], dropMissing })) {
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
