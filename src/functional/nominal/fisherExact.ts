import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { lnFactorials } from '../../numeric/special/lnFactorials.ts';
import { sum } from '../../numeric/sum.ts';

/** Relative difference up to which two tables count as equally probable. */
const TIE = 1e-7;

/** Weights below this would lose precision. */
const SMALLEST = 1e-300;

const MAX_TABLES = 10_000_000;

/** Probability of a table given its margins, and total probability of all tables that are not more probable. */
interface ExactProbability {
  readonly probability: number;
  readonly pValue: number;
}

/** Runs Fisher's exact test, or for more than two rows or columns the test of Freeman and Halton. */
export function fisherExact(cells: TableCells): ExactProbability {
  const { targetSizes, predSizes } = cells;
  if (targetSizes.length <= 1 || predSizes.length <= 1) return { probability: 1, pValue: 1 };
  const isTwoByTwo = targetSizes.length === 2 && predSizes.length === 2;
  return isTwoByTwo ? ofTwoByTwo(cells) : ofAllTables(cells);
}

/** One cell determines the others. Its weights are computed from their ratios, outwards from the mode. */
function ofTwoByTwo(cells: TableCells): ExactProbability {
  const { row, column, count, targetSizes, predSizes, n } = cells;
  const a = targetSizes[row[0]!]!;
  const b = predSizes[column[0]!]!;
  const observed = count[0]!;
  const deviation = Math.sqrt(((a / n) * (n - a) * (b / n) * (n - b)) / n);
  // Weights are above the smallest up to 37 standard deviations on either side.
  if (2 * 37 * deviation > MAX_TABLES) throw tooManyTables(cells);
  const mode = Math.floor(((a + 1) * (b + 1)) / (n + 2));
  const weightUp = (x: number): number => ((a - x) * (b - x)) / ((x + 1) * (n - a - b + x + 1));
  const weights: number[] = [];
  let atObserved = 0;
  const walk = (start: number, step: 1 | -1): void => {
    let weight = start === mode ? 1 : weightUp(mode);
    for (let x = start; weight > SMALLEST; x += step) {
      weights.push(weight);
      if (x === observed) atObserved = weight;
      weight *= step === 1 ? weightUp(x) : 1 / weightUp(x - 1);
    }
  };
  walk(mode, -1);
  walk(mode + 1, 1);
  const all = sum(weights);
  const unlikely = sum(weights.filter((weight) => weight <= atObserved * (1 + TIE)));
  return { probability: atObserved / all, pValue: unlikely / all };
}

function ofAllTables(cells: TableCells): ExactProbability {
  const { count, targetSizes, predSizes, n } = cells;
  if (n > MAX_TABLES) throw tooManyTables(cells);
  const lnFactorial = lnFactorials(n);
  // A plain loop, since most of the time is spent here.
  const lnOf = (sizes: Float64Array): number => {
    let total = 0;
    for (let i = 0; i < sizes.length; i++) total += lnFactorial(sizes[i]!);
    return total;
  };
  const lnMargins = lnOf(targetSizes) + lnOf(predSizes) - lnFactorial(n);
  const probability = Math.exp(lnMargins - lnOf(count));
  const left = predSizes.slice();
  const lastRow = targetSizes.length - 1;
  const lastColumn = left.length - 1;
  let tables = 0;
  let pValue = 0;

  /** Fills a row from a column on, then the rows after it; `free` is the capacity of the columns after it. */
  const fill = (row: number, column: number, rest: number, free: number, ln: number): void => {
    if (row === lastRow) {
      if (++tables > MAX_TABLES) throw tooManyTables(cells);
      const other = Math.exp(ln - lnOf(left));
      if (other <= probability * (1 + TIE)) pValue += other;
      return;
    }
    const after = free - left[column]!;
    const least = Math.max(0, rest - after);
    const most = Math.min(rest, left[column]!);
    for (let x = least; x <= most; x++) {
      left[column]! -= x;
      const next = ln - lnFactorial(x);
      if (column < lastColumn) fill(row, column + 1, rest - x, after, next);
      else fill(row + 1, 0, targetSizes[row + 1]!, sum(left), next);
      left[column]! += x;
    }
  };
  fill(0, 0, targetSizes[0]!, n, lnMargins);
  return { probability, pValue: Math.min(1, pValue) };
}

function tooManyTables({ targetSizes, predSizes, n }: TableCells): MetricInputError {
  const size = `${targetSizes.length} × ${predSizes.length}`;
  return new MetricInputError(
    `independenceTest: method "exact": expected at most 10^7 tables with these margins, got more for a ${size} ` +
      `table of ${n} samples; use "permutation" or "gTest"`,
  );
}
