import type { RandomSource } from '../../numeric/random/randomSource.ts';
import { resampleCounts } from '../../numeric/random/resampleCounts.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { requireWholeCounts } from '../tableArguments.ts';
import type { BootstrapMethod, CountedTable } from './bootstrapOptions.ts';
import { populationPath } from './populationPath.ts';

/** A population that a table could come from. */
export interface Population<Table> {
  /** Number of tables to draw from it. */
  readonly draws: number;
  /** Returns the next table, which may be the previous one with other counts. */
  readonly next: () => Table;
  /** The population itself, as a table of so many samples that none is missing. */
  readonly endless: Table;
}

/** How to draw from a table. */
export interface PopulationOptions {
  readonly owner: string;
  readonly draws: number;
  readonly confidence: number;
  readonly method: BootstrapMethod;
}

/** Factor of the counts that stands for an unlimited number of samples. */
const ENDLESS = 2 ** 20;

/** Draws that a population needs at least, for quantiles. */
const LEAST_DRAWS = 40;

/** Populations with less and with more association, at the most. */
const [MOST_BELOW, MOST_ABOVE] = [5, 3];

/** Up to this many pairs of labels a path of populations is made in any case. */
const FEW_PAIRS = 4096;

/** A path is also made for this many pairs of labels for each pair that occurs. */
const PAIRS_A_CELL = 4;

/**
 * Returns the populations that tables are drawn from: the shares of the table itself or, for
 * `'testInversion'`, a path of them; see {@link populationPath}. An empty table has none.
 *
 * @throws {@link MetricInputError} if a count is not a whole number.
 */
export function populationsOf<Table extends CountedTable<Table>>(
  table: Table,
  random: RandomSource,
  { owner, draws, confidence, method }: PopulationOptions,
): Population<Table>[] {
  const { count } = table.cells;
  requireWholeCounts(owner, 'a part of a sample can not be drawn', count);
  if (count.length === 0) return [];
  const others = Math.floor(draws / LEAST_DRAWS) - 1;
  const isPath = method === 'testInversion' && others >= 2 && hasPath(table);
  if (!isPath) {
    const next = resampleCounts(count, random);
    const endless = table.withCounts(count.map((samples) => samples * ENDLESS));
    return [{ draws, next: () => table.withCounts(next()), endless }];
  }
  const { cells } = table;
  const above = Math.min(MOST_ABOVE, Math.floor(others / 2));
  const below = Math.min(MOST_BELOW, others - above);
  const deviations = normalQuantile((1 + confidence) / 2) + 1;
  const path = populationPath(cells, { below, above, deviations });
  const pairs = allPairs(cells);
  // The estimated population gets twice the draws of the others: it also gives the standard error.
  const each = Math.floor(draws / (path.length + 1));
  return path.map((shares, k) => {
    const next = resampleCounts(shares, random, cells.n);
    return {
      draws: k === below ? draws - each * (path.length - 1) : each,
      next: () => pairs.withCounts(next()) as unknown as Table,
      endless: pairs.withCounts(shares.map((share) => Math.round(share * cells.n * ENDLESS))) as unknown as Table,
    };
  });
}

function hasPath(table: unknown): table is ContingencyTable {
  if (!(table instanceof ContingencyTable)) return false;
  const { targetSizes, predSizes, count } = table.cells;
  if (targetSizes.length < 2 || predSizes.length < 2) return false;
  const pairs = targetSizes.length * predSizes.length;
  return pairs <= Math.max(FEW_PAIRS, PAIRS_A_CELL * count.length);
}

/** A table in which every pair of labels occurs. */
function allPairs({ targetLabels, predLabels }: TableCells): ContingencyTable {
  return ContingencyTable.fromMatrix(
    targetLabels.map(() => predLabels.map(() => 1)),
    { targetLabels, predLabels },
  );
}
