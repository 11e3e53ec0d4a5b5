import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { connorlee77MutualInformation } from 'tfjs-metrics/compat';

const f = Math.fround;
const sum = (values: readonly number[]): number => values.reduce((all, value) => f(all + value), 0);

/** Entropy of float32 counts as the module computes it, in bits. */
function entropy(counts: readonly number[]): number {
  const total = f(sum(counts) + f(1e-10));
  const shares = counts.map((count) => f(count / total));
  return -sum(shares.map((share) => f(share * f(Math.log2(f(share + f(1e-10)))))));
}

/** Score of one image with itself by the formula of the module, in float32 like the module. */
function scoreOfModule(image: readonly number[], sigma: number, bins: number, normalize: boolean): number {
  const weights = image.map((value) =>
    Array.from({ length: bins }, (_, b) => {
      const z = f(f(f(f(value) * 255) - f((255 * b) / (bins - 1))) / f(sigma));
      return f(Math.exp(f(-0.5 * f(z * z))));
    }),
  );
  const all = [...weights[0]!.keys()];
  const margin = all.map((a) => f(sum(weights.map((of) => of[a]!)) / image.length));
  const joint = all.flatMap((a) => all.map((b) => sum(weights.map((of) => f(of[a]! * of[b]!)))));
  const both = f(2 * entropy(margin));
  const score = f(both - entropy(joint));
  return normalize ? f(f(2 * score) / both) : score;
}

tf.registerBackend('device', () => new MathBackendCPU());
tf.copyRegisteredKernels('cpu', 'device');

describe.each(['cpu', 'device'])('on the backend %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });
  afterAll(async () => {
    await tf.setBackend('cpu');
  });

  test.each([
    // Gray level, σ and bins.
    [0, 0.1, 256],
    [255, 0.1, 256],
    [0, 0.05, 256],
    [255, 0.01, 256],
    [128, 0.1, 64],
    [128, 0.4, 10],
    [127.5, 0.4, 64],
    [51.1, 0.05, 64],
    [100.3, 3, 10],
    [0, 10, 2],
    [63.75, 3, 2],
  ])('constant images of gray level %d have the score of the module, σ = %d, %d bins', (level, sigma, numBins) => {
    const image = Array.from({ length: 5 }, () => level / 255);
    for (const normalize of [true, false]) {
      const expected = scoreOfModule(image, sigma, numBins, normalize);
      const options = { sigma, numBins, normalize };
      const [score] = tf.tidy(() => connorlee77MutualInformation([image], [image], options).arraySync());
      if (Number.isNaN(expected)) expect(score).toBeNaN();
      else expect(score).toBeCloseTo(expected, 4);
    }
  });

  test('a black and a varied image score 0, and a varied image with itself its entropy', () => {
    const varied = tf.tensor2d([[0, 0.2, 0.4, 0.6, 0.8]]);
    expect(connorlee77MutualInformation(tf.zeros([1, 5]), varied).arraySync()[0]).toBeCloseTo(0, 4);
    const apart = connorlee77MutualInformation(varied, varied, { normalize: false }).arraySync()[0];
    expect(apart).toBeCloseTo(Math.log2(5), 4);
  });
});
