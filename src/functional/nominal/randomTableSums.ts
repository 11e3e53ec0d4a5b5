import { randomHypergeometric } from '../../numeric/random/randomHypergeometric.ts';
import type { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';

/** Samples per cell above which cells are drawn directly instead of shuffling samples. */
const SAMPLES_PER_CELL = 4;

/**
 * Returns a function that draws a random table with the same margins, with the distribution of a random permutation
 * of one labeling, and returns its Σ nᵢⱼ ln nᵢⱼ. For given margins, this sum determines the mutual information.
 *
 * Shuffling takes time proportional to the number of samples; drawing cells, to the number of cells and their spread.
 */
export function randomTableSums(cells: TableCells, random: RandomSource): () => number {
  const size = cells.targetSizes.length * cells.predSizes.length;
  return cells.n > SAMPLES_PER_CELL * size ? drawnSums(cells, random) : shuffledSums(cells, random);
}

/** Returns x ln x for a count x. */
function xLnX(x: number): number {
  return x > 1 ? x * Math.log(x) : 0;
}

/** Returns Σ nᵢⱼ ln nᵢⱼ of the table itself. */
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
