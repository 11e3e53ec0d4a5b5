import type { FlatSamples } from '../inputs/samples.ts';
import { countOf } from '../inputs/countOf.ts';
import type { RandomSource } from '../numeric/random/randomSource.ts';
import { badData } from './commandError.ts';
import type { EstimatorSettings } from './estimator.ts';
import { readNumber } from './files/decimal.ts';
import { asLabels } from './files/readLabels.ts';
import { numberHint, readNumberRows } from './files/readNumberRows.ts';
import type { TableFile } from './files/tableFile.ts';
import { printable } from './printable.ts';

/** Labels or numbers of a variable in the sampled rows. */
export type SampledVariable = readonly string[] | Float64Array | FlatSamples;

/** Two variables in a uniform sample of rows. */
export interface SampledVariables {
  readonly x: SampledVariable;
  readonly y: SampledVariable;
  /** Group of each row, if there is a column of groups. */
  readonly groups: readonly string[] | undefined;
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

/**
 * Reads two variables and keeps a uniform sample of their rows (reservoir sampling; Vitter's algorithm R). A single
 * column holds labels if none of its cells is a number, or labels are ignored.
 *
 * @throws {@link CommandError} if there are no rows, or a column mixes numbers and text.
 */
export async function sampleVariables(
  file: TableFile,
  { x, y, groups, dropMissing, ignoreLabel }: EstimatorSettings,
  maxSamples: number,
  random: RandomSource,
): Promise<SampledVariables> {
  const variables = [...x, ...y];
  const columns = groups === undefined ? variables : [...variables, groups];
  const ignored = asLabels(ignoreLabel);
  const kinds = variables.map((column): CellKinds => ({ column, numbers: 0, other: undefined }));
  const rows: (readonly string[])[] = [];
  let samples = 0;
  for await (const { beside } of readNumberRows(file, [], { beside: columns, dropMissing })) {
    for (const row of beside) {
      const cells = row.slice(0, variables.length);
      const numbers = cells.map((cell) => readNumber(cell, file.decimal));
      if (cells.some((cell, j) => ignored.includes(cell) || ignored.includes(numbers[j]!))) continue;
      numbers.forEach((number, j) => count(kinds[j]!, Number.isNaN(number), row[j]!));
      const place = samples < maxSamples ? samples : random.integer(samples + 1);
      if (place < maxSamples) rows[place] = row;
      samples++;
    }
  }
  if (samples === 0) {
    const which = ignoreLabel === undefined ? 'row' : 'row without ignored labels';
    throw badData(`${file.name}: expected at least one ${which}, got none`);
  }
  const variableOf = (first: number, width: number): SampledVariable =>
    ignoreLabel !== undefined
      ? rows.map((row) => row[first]!)
      : readVariable(file, kinds.slice(first, first + width), rows, first);
  return {
    x: variableOf(0, x.length),
    y: variableOf(x.length, y.length),
    groups: groups === undefined ? undefined : rows.map((row) => row.at(-1)!),
    samples,
    kept: rows.length,
  };
}

function count(kinds: CellKinds, isOther: boolean, cell: string): void {
  if (isOther) kinds.other ??= cell;
  else kinds.numbers++;
}

/** Returns the variable in the columns from `first`. */
function readVariable(
  file: TableFile,
  kinds: readonly CellKinds[],
  rows: readonly (readonly string[])[],
  first: number,
): SampledVariable {
  const d = kinds.length;
  for (const { column, numbers, other } of kinds) {
    if (other === undefined) continue;
    // Numbers with a decimal comma would be mistaken for labels.
    const isText = numbers === 0 && !/^-?\d+,\d+$/.test(other);
    if (isText && d === 1) continue;
    const asLabel = d === 1 ? ', --estimator discrete treats the cells as labels' : '';
    const hint = isText ? 'a column of labels must be the only one of its variable' : numberHint(other, file.decimal);
    throw badData(
      `${file.name}: column "${printable(column)}": expected finite numbers, got "${printable(other)}" and ${countOf(numbers, 'number')}; ${hint}${asLabel}`,
    );
  }
  if (d === 1 && kinds[0]!.other !== undefined) return rows.map((row) => row[first]!);
  const data = new Float64Array(rows.length * d);
  rows.forEach((row, i) => {
    for (let j = 0; j < d; j++) data[i * d + j] = readNumber(row[first + j]!, file.decimal);
  });
  return d === 1 ? data : { data, shape: [rows.length, d] };
}
