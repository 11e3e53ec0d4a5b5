/** Name, range and direction of a score. */
export interface ScoreScale {
  /** Name of the score. */
  readonly name: string;
  /** Smallest and largest possible value. Default: unbounded. */
  readonly range?: readonly [least: number, greatest: number] | undefined;
  /** Whether larger values are better. Default: `null`, neither. */
  readonly higherIsBetter?: boolean | null | undefined;
}

/** A number with its name, range and direction. */
export interface NamedScore extends ScoreScale {
  /** Value of the score. */
  readonly value: number;
  /** True if the number is part of a curve or matrix, which charts draw as a whole. Default: false. */
  readonly hasOwnChart?: boolean | undefined;
}

/** Maximum number of scores taken from one value. */
const MAX_SCORES = 100;

/** Returns the numbers in a possibly nested value with their names, such as `f1`, `f1_cat` and `f1_0_1`. */
export function namedScores(value: unknown, scale: Omit<NamedScore, 'value'>): NamedScore[] {
  const scores: NamedScore[] = [];
  const visit = (part: unknown, name: string): void => {
    if (scores.length === MAX_SCORES) return;
    if (typeof part === 'number') scores.push({ ...scale, name, value: part });
    else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) visit(inner, `${name}_${key}`);
    }
  };
  visit(value, scale.name);
  return scores;
}
