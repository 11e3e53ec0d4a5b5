/** Returns the fraction of samples that repeat an earlier one of another group. */
export function repeatedShare(
  columns: readonly [x: readonly Float64Array[], y: readonly Float64Array[]],
  groups: Int32Array,
): number {
  // Equal samples have equal components, and the first ones are equal by chance only for discrete variables.
  const [x, y] = columns.map(([first]) => first!);
  const seen = new Map<string, number>();
  let repeated = 0;
  groups.forEach((group, i) => {
    const key = `${x![i]} ${y![i]}`;
    if (seen.has(key) && seen.get(key) !== group) repeated++;
    else seen.set(key, group);
  });
  return repeated / groups.length;
}
