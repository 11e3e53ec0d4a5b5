import type { RandomSource } from './randomSource.ts';

/** Shuffles numbers in place by R. Durstenfeld's (Fisher–Yates) algorithm and returns them. */
export function shuffle(numbers: Int32Array, random: RandomSource): Int32Array {
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const value = numbers[i]!;
    numbers[i] = numbers[j]!;
    numbers[j] = value;
  }
  return numbers;
}
