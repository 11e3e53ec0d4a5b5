import * as tf from '@tensorflow/tfjs-core';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type DrawPairs = (size: number) => [x: tf.Tensor2D, y: tf.Tensor2D];

/** Returns the correlation ρ between d pairs of values with the given mutual information: I = −(d/2) ln(1 − ρ²). */
export function correlationFor(mutualInfo: number, d: number): number {
  return Math.sqrt(1 - Math.exp((-2 * mutualInfo) / d));
}

/** Returns a seeded sampler of pairs of d normal values with the given mutual information; y can be cubed. */
export function gaussianPairs(
  { mutualInfo, d, isCubed = false }: { mutualInfo: number; d: number; isCubed?: boolean },
  seed: number,
): DrawPairs {
  const rho = correlationFor(mutualInfo, d);
  const noise = Math.sqrt(1 - rho ** 2);
  const normal = normals(seed);
  return (size) => {
    const [x, y] = [new Float32Array(size * d), new Float32Array(size * d)];
    for (let k = 0; k < x.length; k++) {
      x[k] = normal();
      y[k] = rho * x[k]! + noise * normal();
      if (isCubed) y[k]! **= 3;
    }
    return [tf.tensor2d(x, [size, d]), tf.tensor2d(y, [size, d])];
  };
}

/** Returns a seeded generator of standard normal numbers, by the method of G. E. P. Box and M. E. Muller. */
export function normals(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  const uniform = (): number => ((random.next() >>> 0) + 0.5) / 2 ** 32;
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
