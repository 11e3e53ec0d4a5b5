/** Maximum number of cells drawn in total when the number of draws is not given. */
const MAX_DRAWN_CELLS = 2e6;
/** Default number of draws for small tables. */
const MAX_DRAWS = 1000;
/** Minimum number of draws for a useful interval. */
const MIN_DRAWS = 100;

/**
 * Returns the default number of bootstrap draws for a table with `cells` cells, or 0 if fewer than 100 are
 * affordable.
 */
export function affordableDraws(cells: number): number {
  const draws = Math.min(MAX_DRAWS, Math.floor(MAX_DRAWN_CELLS / cells));
  return draws < MIN_DRAWS ? 0 : draws;
}
