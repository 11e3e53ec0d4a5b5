import { concatFloats } from '../../state/scores/sortedScores.ts';
import { badData } from '../commandError.ts';
import { typedLabels } from './readLabels.ts';
import { readNumberRows } from './readNumberRows.ts';
import type { TableFile } from './tableFile.ts';

/** Numeric columns of a file in memory. */
interface NumberColumns {
  /** Values of each column. */
  readonly columns: readonly Float64Array[];
  /** Labels of the column of names, or the number of each row in the file, from 1. */
  readonly names: readonly string[] | readonly number[] | Float32Array | Float64Array;
  /** Number of rows with a missing value, which were left out. */
  readonly leftOut: number;
}

/**
 * Reads numeric columns, and optionally a column of names.
 *
 * @throws {@link CommandError} if a value is not a number, or there are no rows.
 */
export async function readNumberColumns(
  file: TableFile,
  numbers: readonly string[],
  { names, dropMissing }: { readonly names?: string | undefined; readonly dropMissing: boolean },
): Promise<NumberColumns> {
  const batches: Float64Array[] = [];
  const places: Float64Array[] = [];
  const texts: string[] = [];
  let [size, all] = [0, 0];
  const beside = names === undefined ? [] : [names];
  for await (const rows of readNumberRows(file, numbers, { beside, dropMissing })) {
    batches.push(rows.samples.data as Float64Array);
    if (names === undefined) places.push(Float64Array.from(rows.places));
    else for (const [name] of rows.beside) texts.push(name!);
    size += rows.places.length;
    all += rows.size;
  }
  if (size === 0) throw badData(`${file.name}: expected at least one row, got none`);
  const columns = numbers.map((_, j) => {
    const values = new Float64Array(size);
    let at = 0;
    for (const data of batches) for (let k = j; k < data.length; k += numbers.length) values[at++] = data[k]!;
    return values;
  });
  return {
    columns,
    names: names === undefined ? concatFloats(places) : typedLabels(file, names, texts),
    leftOut: all - size,
  };
}
