/** Smallest and largest value that a score can have. */
export type ScoreRange = readonly [least: number, greatest: number];

/** A range, or a function that computes it from a table, for example from its number of labels. */
type DeclaredRange = ScoreRange | ((table: never) => ScoreRange);

const ranges = /* @__PURE__ */ new WeakMap<object, DeclaredRange>();

/** Declares the range of a score of a table, to which {@link bootstrapInterval} limits its intervals. */
export function declareRange<Score extends (...args: never[]) => unknown>(score: Score, range: DeclaredRange): Score {
  ranges.set(score, range);
  return score;
}

/** Returns the declared range of a score of a table; unlimited by default. */
export function rangeOf<Table>(score: (table: Table) => unknown, table: Table): ScoreRange {
  const range = ranges.get(score) ?? ([-Infinity, Infinity] as const);
  return typeof range === 'function' ? range(table as never) : range;
}
