import * as tf from '@tensorflow/tfjs-core';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { SIDE, type Image } from './digits.ts';

/** Returns a seeded generator of uniform numbers in [0, 1). */
export function uniforms(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  return () => (random.next() >>> 8) / 2 ** 24;
}

/** Returns the numbers from 0 to n − 1 in random order. */
export function shuffled(n: number, uniform: () => number): number[] {
  const order = Array.from({ length: n }, (_, k) => k);
  for (let k = n - 1; k > 0; k--) {
    const other = Math.floor(uniform() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

/** Returns images as a tensor, one per row. */
export function toTensor(images: readonly Image[]): tf.Tensor2D {
  return tf.tensor2d(Float32Array.from(images.flatMap((image) => Array.from(image))), [images.length, SIDE * SIDE]);
}
