import { InvalidArgumentError } from 'commander';

/** Parses an integer of at least `least`. */
export function whole(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected an integer of at least ${least}.`);
  };
}

/** Parses a number above `bound`. */
export function above(bound: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isFinite(value) && value > bound) return value;
    throw new InvalidArgumentError(`Expected a number above ${bound}.`);
  };
}

/** Parses a number between 0 and 1. */
export function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Expected a number between 0 and 1.');
}
