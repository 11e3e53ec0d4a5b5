/** Rows of `d` values with their indices, to be ordered by one column. */
interface NumberedRows {
  readonly data: Float64Array;
  readonly d: number;
  readonly order: Int32Array;
  readonly column: number;
}

/** Above this many rows, a sample gives a better pivot. */
const MIN_SAMPLED_ROWS = 600;

/**
 * Reorders rows `left` to `right` so that no row before `rank` is greater than a row from `rank` on, by the
 * selection algorithm of R. W. Floyd and R. L. Rivest, Communications of the ACM 18 (1975) 173, algorithm 489.
 */
export function splitAtRank(rows: NumberedRows, left: number, right: number, rank: number): void {
  const { data, d, column } = rows;
  const key = (i: number): number => data[i * d + column]!;
  while (left < right) {
    if (right - left > MIN_SAMPLED_ROWS) sampleAround(rows, left, right, rank);
    const pivot = key(rank);
    let i = left;
    let j = right;
    while (i <= j) {
      while (key(i) < pivot) i++;
      while (key(j) > pivot) j--;
      if (i > j) break;
      if (i < j) swap(rows, i, j);
      i++;
      j--;
    }
    // Rows between j and i equal the pivot and are in their final positions.
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

/** Moves a row to `rank` that is probably close to the final one, as a pivot. */
function sampleAround(rows: NumberedRows, left: number, right: number, rank: number): void {
  const n = right - left + 1;
  const place = rank - left + 1;
  const log = Math.log(n);
  const size = 0.5 * Math.exp((2 * log) / 3);
  const margin = 0.5 * Math.sqrt((log * size * (n - size)) / n) * Math.sign(place - n / 2);
  const from = Math.max(left, Math.floor(rank - (place * size) / n + margin));
  const to = Math.min(right, Math.floor(rank + ((n - place) * size) / n + margin));
  splitAtRank(rows, from, to, rank);
}

function swap({ data, d, order }: NumberedRows, i: number, j: number): void {
  const number = order[i]!;
  order[i] = order[j]!;
  order[j] = number;
  for (let a = i * d, b = j * d; a < (i + 1) * d; a++, b++) {
    const value = data[a]!;
    data[a] = data[b]!;
    data[b] = value;
  }
}
