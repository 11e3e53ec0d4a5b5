/** Returns all permutations of some values; equal values are distinguished. */
export function* permutations<Value>(values: readonly Value[]): Generator<Value[]> {
  if (values.length === 0) yield [];
  for (const [i, first] of values.entries()) {
    for (const rest of permutations([...values.slice(0, i), ...values.slice(i + 1)])) yield [first, ...rest];
  }
}
