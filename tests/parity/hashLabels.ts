/** Parameters of the generated labels of a golden case with many samples. */
export interface HashLabels {
  readonly n: number;
  readonly k: number;
  readonly seed: number;
  readonly agree?: number;
  readonly kPreds?: number;
  readonly minDraws?: number;
  readonly stride?: number;
  readonly offset?: number;
}

/** Hashes a counter with unsigned 32-bit arithmetic, which gives the same numbers in every language. */
export function hash32(index: number, seed: number): number {
  let x = index + Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** Generates target labels by hash, and preds that equal them with probability `agree`. */
export function hashLabels(of: HashLabels): { preds: Int32Array; target: Int32Array } {
  const { n, k, seed, agree = 0, kPreds = k, minDraws = 1, stride = 1, offset = 0 } = of;
  const draw = (index: number, from: number, below: number): number => {
    let least = hash32(index, from) % below;
    for (let j = 1; j < minDraws; j++) least = Math.min(least, hash32(index, from + 100 * j) % below);
    return least;
  };
  const preds = new Int32Array(n);
  const target = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const t = draw(i, seed, k);
    const agrees = hash32(i, seed + 1) / 2 ** 32 < agree;
    preds[i] = (agrees ? t % kPreds : draw(i, seed + 2, kPreds)) * stride + offset;
    target[i] = t * stride + offset;
  }
  return { preds, target };
}
