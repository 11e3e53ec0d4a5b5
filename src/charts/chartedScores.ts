import type { ScoreScale } from './scoreScales.ts';
import type { ChartedScore } from './scoreParts.ts';

/** So many numbers of one value are drawn. */
const MOST = 100;

/** The numbers in a value, which may be nested, each under its name: `f1`, `f1_cat`, `f1_0_1`. */
export function chartedScores(value: unknown, scale: ScoreScale): ChartedScore[] {
  const scores: ChartedScore[] = [];
  const visit = (part: unknown, name: string): void => {
    if (scores.length === MOST) return;
    if (typeof part === 'number') scores.push({ ...scale, name, value: part });
    else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) visit(inner, `${name}_${key}`);
    }
  };
  visit(value, scale.name);
  return scores;
}
