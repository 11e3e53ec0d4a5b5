import type { RandomSource } from '../../numeric/random/randomSource.ts';
import { resampleCounts } from '../../numeric/random/resampleCounts.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { requireWholeCounts } from '../readTable.ts';
import type { BootstrapMethod, CountedTable } from './bootstrapOptions.ts';
import { populationPath } from './populationPath.ts';

/** Population that a table could be drawn from. */
export interface Population<Table> {
  /** Number of tables to draw from it. */
  readonly draws: number;
  /** Returns the next table, which may be the previous one with other counts. */
  readonly next: () => Table;
  /** The population itself, as a table with so many samples that sampling error is negligible. */
  readonly asymptotic: Table;
}

/** Options for {@link populationsOf}. */
export interface PopulationOptions {
  readonly owner: string;
  readonly draws: number;
  readonly confidence: number;
  readonly method: BootstrapMethod;
}

/** Factor that scales counts to an effectively unlimited number of samples. */
const ASYMPTOTIC_FACTOR = 2 ** 20;

/** Minimum number of draws per population, for its quantiles. */
const MIN_DRAWS = 40;

/** Maximum numbers of populations with less and with more association than the estimated one. */
const [MAX_BELOW, MAX_ABOVE] = [5, 3];

/** Number of label pairs up to which a path of populations is always used. */
const FEW_PAIRS = 4096;

/** A path is also used up to this many label pairs per pair that occurs. */
const PAIRS_PER_CELL = 4;

/**
 * Returns the populations that tables are drawn from: a single one with the shares of the table or, for
 * `'testInversion'`, a path of them; see {@link populationPath}. Returns none for an empty table.
 *
 * @throws {@link MetricInputError} if a count is not a whole number.
 */
export function populationsOf<Table extends CountedTable<Table>>(
  table: Table,
  random: RandomSource,
  { owner, draws, confidence, method }: PopulationOptions,
): Population<Table>[] {
  const { count } = table.cells;
  requireWholeCounts(owner, 'a fraction of a sample cannot be drawn', count);
  if (count.length === 0) return [];
  const others = Math.floor(draws / MIN_DRAWS) - 1;
  const isPath = method === 'testInversion' && others >= 2 && hasPath(table);
  if (!isPath) {
    const next = resampleCounts(count, random);
    const asymptotic = table.withCounts(count.map((samples) => samples * ASYMPTOTIC_FACTOR));
    return [{ draws, next: () => table.withCounts(next()), asymptotic }];
  }
  const { cells } = table;
  const above = Math.min(MAX_ABOVE, Math.floor(others / 2));
  const below = Math.min(MAX_BELOW, others - above);
  const deviations = normalQuantile((1 + confidence) / 2) + 1;
  const path = populationPath(cells, { below, above, deviations });
  const pairs = allPairs(cells) as Table & ContingencyTable;
  // The estimated population gets twice as many draws as the others, since it also gives the standard error.
  const each = Math.floor(draws / (path.length + 1));
  return path.map((shares, k) => {
    const next = resampleCounts(shares, random, cells.n);
    return {
      draws: k === below ? draws - each * (path.length - 1) : each,
      next: () => pairs.withCounts(next()),
      asymptotic: pairs.withCounts(shares.map((share) => Math.round(share * cells.n * ASYMPTOTIC_FACTOR))),
    };
  });
}

function hasPath<Table>(table: Table): table is Table & ContingencyTable {
  if (!(table instanceof ContingencyTable)) return false;
  const { targetSizes, predSizes, count } = table.cells;
  if (targetSizes.length < 2 || predSizes.length < 2) return false;
  const pairs = targetSizes.length * predSizes.length;
  return pairs <= Math.max(FEW_PAIRS, PAIRS_PER_CELL * count.length);
}

/** Returns a table in which every pair of labels occurs. */
function allPairs({ targetLabels, predLabels }: TableCells): ContingencyTable {
  return ContingencyTable.fromMatrix(
    targetLabels.map(() => predLabels.map(() => 1)),
    { targetLabels, predLabels },
  );
}
