import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import {
  korniaMutualInformationLoss,
  monaiGlobalMutualInformationLoss,
  type KorniaMutualInformationOptions,
} from 'tfjs-metrics/compat';

const read = <T>(name: string): T => JSON.parse(readFileSync(`tests/parity/golden/${name}.json`, 'utf8')) as T;

interface Differentiated {
  readonly loss: number;
}

interface Golden {
  readonly input: number[];
  readonly target: number[];
  readonly inputMask: boolean[];
  readonly targetMask: boolean[];
  readonly kornia: readonly (Differentiated &
    KorniaMutualInformationOptions & { byInput: number[]; byTarget: number[] })[];
  readonly monai: readonly (Differentiated & {
    kernelType: 'gaussian' | 'b-spline';
    numBins: number;
    byPred: number[];
    byTarget: number[];
  })[];
}

type Side = Record<'input' | 'target', number[] | null>;

interface PeerCase {
  readonly name: string;
  readonly input: {
    family: string;
    input: number[];
    target: number[];
    kernel: string;
    numBins: number;
    windowRadius: number;
    inputMask?: boolean[];
    targetMask?: boolean[];
  };
  readonly expected: {
    mutualInformationLoss: number;
    gradientOfMutualInformationLoss: Side;
    normalizedMutualInformationLoss: number;
    gradientOfNormalizedMutualInformationLoss: Side;
    inFloat32: { mutualInformationLoss: number; normalizedMutualInformationLoss: number };
  };
}

const golden = read<Golden>('softHistogramLosses');
const published = read<{ cases: PeerCase[] }>('softHistogramPeers').cases.filter(
  ({ input }) => input.family === 'kornia.losses.mutual_information',
);

tf.registerBackend('device', () => new MathBackendCPU());
tf.copyRegisteredKernels('cpu', 'device');

/** Expects numbers within `share` times the largest one, or times 1e-4, below which float32 cancellation dominates. */
function expectNear(actual: ArrayLike<number>, expected: readonly number[], share: number): void {
  const largest = Math.max(1e-4, ...expected.map(Math.abs));
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, k) => {
    expect(Math.abs(actual[k]! - value) / largest).toBeLessThan(share);
  });
}

function expectLoss(
  loss: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  inputs: readonly (readonly number[])[],
  [value, ...gradients]: readonly [number, ...(readonly number[])[]],
  share: number,
): void {
  const before = tf.memory().numTensors;
  const tensors = inputs.map((values) => tf.tensor2d([...values], [1, values.length]));
  const at = tf.valueAndGrads((a, b) => loss(a!, b!) as tf.Scalar)(tensors, tf.ones([1]) as never);
  expect(Math.abs(at.value.dataSync()[0]! - value)).toBeLessThan(1e-5);
  at.grads.forEach((gradient, side) => {
    expectNear(gradient.dataSync(), gradients[side]!, share);
  });
  tf.dispose([tensors, at.value, at.grads]);
  // One tensor remains: the tensor of ones.
  expect(tf.memory().numTensors).toBe(before + 1);
}

describe.each(['cpu', 'device'])('on the backend %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });
  afterAll(async () => {
    await tf.setBackend('cpu');
  });

  test.each(golden.kornia)(
    "Kornia's loss with separate masks: $kernelFunction, radius $windowRadius, normalized $normalized",
    ({ loss, byInput, byTarget, ...options }) => {
      const { inputMask, targetMask } = golden;
      const all = { ...options, inputMask, targetMask, eps: 2 ** -52 };
      expectLoss(
        (a, b) => korniaMutualInformationLoss(a, b, all),
        [golden.input, golden.target],
        [loss, byInput, byTarget],
        2e-3,
      );
    },
  );

  test.each(golden.monai)(
    "MONAI's loss with few bins: $kernelType, $numBins",
    ({ kernelType, numBins, loss, byPred, byTarget }) => {
      expectLoss(
        monaiGlobalMutualInformationLoss({ kernelType, numBins, reduction: 'none' }),
        [golden.input, golden.target],
        [loss, byPred, byTarget],
        1e-3,
      );
    },
  );

  test.each([
    ['gaussian', 1],
    ['b-spline', 1],
    ['b-spline', 2],
  ] as const)("MONAI's loss is 0 where the original is NaN: %s, %d", (kernelType, numBins) => {
    const none = golden.input.map(() => 0);
    const loss = monaiGlobalMutualInformationLoss({ kernelType, numBins, reduction: 'none' });
    expectLoss(loss, [golden.input, golden.target], [0, none, none], 1e-3);
  });

  test.each(published)("Kornia's published values: $name", ({ input, expected }) => {
    const kernelFunction = input.kernel.replace('_g', 'G') as 'xu';
    const { numBins, windowRadius, inputMask, targetMask } = input;
    const options = { kernelFunction, numBins, windowRadius, inputMask, targetMask };
    const zeros = input.input.map(() => 0);
    for (const normalized of [false, true]) {
      const name = normalized ? 'normalizedMutualInformationLoss' : 'mutualInformationLoss';
      const by = expected[normalized ? 'gradientOfNormalizedMutualInformationLoss' : 'gradientOfMutualInformationLoss'];
      const at = (eps?: number) => (a: tf.Tensor, b: tf.Tensor) =>
        korniaMutualInformationLoss(a, b, { ...options, normalized, eps });
      const inFloat32 = tf.tidy(() => at()(tf.tensor1d(input.input), tf.tensor1d(input.target)).dataSync()[0]!);
      expect(inFloat32).toBeCloseTo(expected.inFloat32[name], 4);
      expectLoss(
        at(2 ** -52),
        [input.input, input.target],
        [expected[name], by.input ?? zeros, by.target ?? zeros],
        5e-3,
      );
    }
  });
});
