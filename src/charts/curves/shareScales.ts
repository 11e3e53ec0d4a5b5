import type { ScoreScale } from '../../metrics/namedScore.ts';

/** Scores that share an axis. */
export interface SharedScale<Score> {
  readonly scores: readonly Score[];
  /** Ends of the axis. */
  readonly domain: readonly [low: number, high: number];
  /** Axis title that says which direction is better; empty if neither is. */
  readonly direction: string;
  /** True if the scores have no upper bound. The axis then ends above all values. */
  readonly isOpen: boolean;
}

/**
 * Groups scores with the same upper bound and direction on one axis. An unbounded score has its own axis, as its unit
 * may differ.
 */
export function shareScales<Score extends ScoreScale>(
  scores: readonly Score[],
  endsOf: (score: Score, isAlone: boolean) => readonly (number | undefined)[],
): SharedScale<Score>[] {
  const groups = new Map<string, Score[]>();
  for (const score of scores) {
    const [, greatest] = score.range ?? [];
    const key = Number.isFinite(greatest) ? `${greatest} ${score.higherIsBetter}` : score.name;
    groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  return [...groups.values()].map((together) => {
    const { higherIsBetter, range } = together[0]!;
    const better = higherIsBetter == null ? '' : higherIsBetter ? 'higher is better' : 'lower is better';
    const isOpen = !Number.isFinite(range?.[1]);
    return { scores: together, domain: domainOf(together, endsOf, isOpen), direction: better, isOpen };
  });
}

function domainOf<Score extends ScoreScale>(
  scores: readonly Score[],
  endsOf: (score: Score, isAlone: boolean) => readonly (number | undefined)[],
  isOpen: boolean,
): [number, number] {
  const ends = scores.flatMap((score) => endsOf(score, scores.length === 1)).filter(Number.isFinite) as number[];
  const low = ends.reduce((least, value) => Math.min(least, value), 0);
  const high = ends.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(high > low)) return [low, low + 1];
  return [low, isOpen ? high + (high - low) / 4 : high];
}
