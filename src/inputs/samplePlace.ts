/** Number of columns of an input, and whether it has one dimension. */
export interface SampleShape {
  readonly d: number;
  readonly isOneDimensional?: boolean;
}

/** Returns the place of value `k` in error messages: its index if the input has one dimension, else row and column. */
export function samplePlace(name: string, k: number, { d, isOneDimensional = false }: SampleShape): string {
  return isOneDimensional ? `${name}[${k}]` : `${name}: row ${Math.floor(k / d)}, column ${k % d}`;
}
