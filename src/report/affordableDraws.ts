/** So many cells in all are drawn, unless it is said how many tables are. */
const MOST_DRAWN_CELLS = 2e6;
/** How many tables are drawn where that takes little time. */
const MOST_DRAWS = 1000;
/** An interval of fewer draws tells little. */
const LEAST_DRAWS = 100;

/** How many tables like one of so many cells a bootstrap draws in little time; 0 where that is too few to tell anything. */
export function affordableDraws(cells: number): number {
  const draws = Math.min(MOST_DRAWS, Math.floor(MOST_DRAWN_CELLS / cells));
  return draws < LEAST_DRAWS ? 0 : draws;
}
