/** Converts counts of digits to the start of the group of each digit. Returns false if all values are in one group. */
export function digitStarts(counts: Int32Array, size: number): boolean {
  let start = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit]!;
    if (count === size) return false;
    counts[digit] = start;
    start += count;
  }
  return true;
}
