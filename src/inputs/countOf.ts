/**
 * Returns a number with its noun, as in "1 cluster" and "2 clusters".
 *
 * @param many - plural of the noun. Default: the singular with an "s".
 * @param text - the formatted number. Default: its digits.
 */
export function countOf(count: number, one: string, many?: string, text?: string): string {
  return `${text ?? count} ${count === 1 ? one : (many ?? `${one}s`)}`;
}
