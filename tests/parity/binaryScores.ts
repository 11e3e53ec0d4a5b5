import { hash32 } from './hashLabels.ts';

/** Description of generated scores of a binary classifier. */
export interface GeneratedScores {
  readonly n: number;
  readonly seed: number;
  /** Scores are multiples of 1 / levels, a power of 2, so that they are exact. */
  readonly levels: number;
  /** One sample in so many is positive. */
  readonly onePositiveIn: number;
  /** Weights: none, whole numbers from 0 to 4, or multiples of 1/8 up to 2. */
  readonly weights?: 'whole' | 'eighths';
  /** True if the scores say nothing about the labels. */
  readonly isRandom?: boolean;
}

/** Scores of a binary classifier. */
export interface BinaryScoreCase {
  readonly preds: Float64Array;
  readonly target: Int32Array;
  readonly sampleWeight: Float64Array | undefined;
}

/** Generates scores: those of positive samples are the larger of two draws. */
export function binaryScores({
  n,
  seed,
  levels,
  onePositiveIn,
  weights,
  isRandom = false,
}: GeneratedScores): BinaryScoreCase {
  const target = Int32Array.from({ length: n }, (_, i) => (hash32(i, seed) % onePositiveIn === 0 ? 1 : 0));
  const draw = (i: number, stream: number): number => (hash32(i, seed + stream) % (levels + 1)) / levels;
  const preds = Float64Array.from({ length: n }, (_, i) =>
    target[i] === 1 && !isRandom ? Math.max(draw(i, 1), draw(i, 2)) : draw(i, 1),
  );
  const weightOf = (i: number): number =>
    weights === 'whole' ? hash32(i, seed + 3) % 5 : (hash32(i, seed + 3) % 17) / 8;
  const sampleWeight = weights && Float64Array.from({ length: n }, (_, i) => weightOf(i));
  return { preds, target, sampleWeight };
}
