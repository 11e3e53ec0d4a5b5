/** Finds for each row of a matrix its own column; −1 for none. No two rows have the same. */
export type Matching = (counts: readonly (readonly number[])[]) => ArrayLike<number>;

/** Matches the row and the column of the largest cell, then that of the largest of what is left, and so on. */
export function largestFirst(counts: readonly (readonly number[])[]): number[] {
  const cells = counts.flatMap((row, i) => row.map((count, j) => ({ i, j, count })));
  cells.sort((a, b) => b.count - a.count);
  const columnOf = counts.map(() => -1);
  const isTaken = new Set<number>();
  for (const { i, j, count } of cells) {
    if (count === 0 || columnOf[i] !== -1 || isTaken.has(j)) continue;
    columnOf[i] = j;
    isTaken.add(j);
  }
  return columnOf;
}

/**
 * The order of rows and columns in which matches lie on the diagonal: rows as they come, those without a
 * match last; then columns without a match, by the row that they have most in common with.
 */
export function diagonalOrder(
  counts: readonly (readonly number[])[],
  match: Matching,
): { rows: number[]; columns: number[] } {
  const matches = match(counts);
  const columnOf = counts.map((row, i) => {
    const j = matches[i] ?? -1;
    return j >= 0 && row[j]! > 0 ? j : -1;
  });
  const all = counts.map((_, i) => i);
  const matched = all.filter((i) => columnOf[i] !== -1);
  const rows = [...matched, ...all.filter((i) => columnOf[i] === -1)];
  const placeOf = new Map(rows.map((i, place) => [i, place]));
  const nearest = (counts[0] ?? []).map((_, j) => {
    const largest = all.reduce((most, i) => (counts[i]![j]! > counts[most]![j]! ? i : most), 0);
    return placeOf.get(largest)!;
  });
  const own = new Set(columnOf);
  const free = nearest.map((_, j) => j).filter((j) => !own.has(j));
  free.sort((a, b) => nearest[a]! - nearest[b]! || a - b);
  return { rows, columns: [...matched.map((i) => columnOf[i]!), ...free] };
}
