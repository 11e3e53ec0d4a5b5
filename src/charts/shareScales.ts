import type { ScoreScale } from '../metrics/namedScore.ts';

/** Scores that are drawn on one axis. */
export interface SharedScale<Score> {
  readonly scores: readonly Score[];
  /** The ends of the axis. */
  readonly domain: readonly [low: number, high: number];
  /** In words, which values are better. */
  readonly direction: string;
}

/**
 * Puts scores that have their best and greatest value in common on one axis; a score without a greatest value has
 * one of its own, for it may be of another unit.
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
    const { higherIsBetter } = together[0]!;
    const better = higherIsBetter == null ? '' : higherIsBetter ? 'higher is better' : 'lower is better';
    return { scores: together, domain: domainOf(together, endsOf), direction: better };
  });
}

function domainOf<Score extends ScoreScale>(
  scores: readonly Score[],
  endsOf: (score: Score, isAlone: boolean) => readonly (number | undefined)[],
): [number, number] {
  const ends = scores.flatMap((score) => endsOf(score, scores.length === 1)).filter(Number.isFinite) as number[];
  const low = ends.reduce((least, value) => Math.min(least, value), 0);
  const high = ends.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(high > low)) return [low, low + 1];
  return [low, Number.isFinite(scores[0]!.range?.[1]) ? high : high + (high - low) / 8];
}
