/** Rows of `d` values with their numbers, in the order of one column. */
export interface NumberedRows {
  readonly data: Float64Array;
  readonly d: number;
  readonly order: Int32Array;
  readonly column: number;
}

/** Above this many rows, a sample of them tells a better pivot. */
const MANY = 600;

/**
 * Reorders rows from `left` to `right` so that none before `rank` is greater than one from there on: the
 * selection of R. W. Floyd and R. L. Rivest, Communications of the ACM 18 (1975) 173, algorithm 489.
 */
export function splitAtRank(rows: NumberedRows, left: number, right: number, rank: number): void {
  const { data, d, column } = rows;
  const key = (i: number): number => data[i * d + column]!;
  while (left < right) {
    if (right - left > MANY) sampleAround(rows, left, right, rank);
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
    // Between j and i are rows equal to the pivot, in their places.
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

/** Brings to `rank` a row that is most likely near to the one that belongs there. */
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
