/** Sorts clusters by descending size: the order in which all parts of a report show them. */
export function bySize<Sized extends { readonly size: number }>(of: readonly Sized[]): Sized[] {
  return [...of].sort((a, b) => b.size - a.size);
}
