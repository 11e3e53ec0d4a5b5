import type { RandomSource } from './randomSource.ts';

/** Puts numbers in an order where they are, every order as likely as the others: R. Durstenfeld's shuffle. */
export function shuffle(numbers: Int32Array, random: RandomSource): Int32Array {
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const value = numbers[i]!;
    numbers[i] = numbers[j]!;
    numbers[j] = value;
  }
  return numbers;
}
