import type { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { randomHypergeometric } from '../../numeric/random/randomHypergeometric.ts';

/** For tables with more samples than so many for each cell, cells are drawn instead of samples shuffled. */
const SAMPLES_A_CELL = 4;

/**
 * Σ nᵢⱼ ln nᵢⱼ of tables that chance alone makes: of the same margins, each as often as shuffling one of
 * the labelings makes it. Mutual information is that sum, up to what the margins tell.
 *
 * Shuffling costs in proportion to the samples; drawing cell after cell, to the cells and their spread.
 */
export function randomTableSums(cells: TableCells, random: RandomSource): () => number {
  const size = cells.targetSizes.length * cells.predSizes.length;
  return cells.n > SAMPLES_A_CELL * size ? drawnSums(cells, random) : shuffledSums(cells, random);
}

/** x ln x. */
function xLnX(x: number): number {
  return x > 1 ? x * Math.log(x) : 0;
}

/** The same sum of a table as it is. */
export function tableSum({ count }: TableCells): number {
  return count.reduce((sum, cell) => sum + xLnX(cell), 0);
}

function shuffledSums({ targetSizes, predSizes, n }: TableCells, random: RandomSource): () => number {
  const labels = new Int32Array(n);
  let end = 0;
  predSizes.forEach((size, column) => labels.fill(column, end, (end += size)));
  const inRow = new Float64Array(predSizes.length);
  return () => {
    shuffle(labels, random);
    let sum = 0;
    let start = 0;
    for (const size of targetSizes) {
      const row = labels.subarray(start, (start += size));
      for (let i = 0; i < row.length; i++) inRow[row[i]!]!++;
      for (let i = 0; i < row.length; i++) {
        sum += xLnX(inRow[row[i]!]!);
        inRow[row[i]!] = 0;
      }
    }
    return sum;
  };
}

function drawnSums({ targetSizes, predSizes, n }: TableCells, random: RandomSource): () => number {
  const left = predSizes.slice();
  return () => {
    left.set(predSizes);
    let sum = 0;
    let samples = n;
    for (const size of targetSizes) {
      let [rest, free] = [size, samples];
      for (let column = 0; column < left.length && rest > 0; column++) {
        const x = randomHypergeometric(free, left[column]!, rest, random);
        free -= left[column]!;
        left[column]! -= x;
        rest -= x;
        sum += xLnX(x);
      }
      samples -= size;
    }
    return sum;
  };
}
