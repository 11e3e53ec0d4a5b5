import * as tf from '@tensorflow/tfjs-core';
import {
  softHistogram,
  softHistogram2d,
  softMutualInfoScore,
  softNormalizedMutualInfoScore,
  type SoftHistogramOptions,
} from 'tfjs-metrics/information';
import { mustBeClose, read, type Check, type GoldenCase, type Setting } from './check.ts';

type Score = (x: tf.Tensor, y: tf.Tensor) => tf.Tensor;

/** Returns the options of this package for a golden case of our own definition. */
export function optionsOf({ input }: GoldenCase): SoftHistogramOptions {
  const { binsX, binsY, rangeX, rangeY, kernel, edge, sigmaInBins } = input;
  return {
    bins: [binsX, binsY],
    range: [rangeX, rangeY],
    kernel,
    ...(edge === undefined ? {} : { edge }),
    ...(kernel === 'gaussian' ? { bandwidth: sigmaInBins } : {}),
  };
}

/** Returns whether float32 represents all values exactly. */
export function isExact(...values: readonly (readonly number[])[]): boolean {
  return values.flat(Infinity as 1).every((value) => Math.fround(value) === value);
}

/**
 * Returns the tolerance of a backend. In float32, the position of a value among B bins has a rounding error of about
 * B · 6e-8 bins on a device, as do inputs that float32 cannot represent; this error propagates to values and
 * gradients.
 */
export function toleranceOf({ isHost }: Setting, exact: boolean, what: 'value' | 'gradient'): number {
  if (isHost && exact) return 1e-6;
  return what === 'value' ? 1e-5 : 2e-4;
}

async function mustAgree(
  setting: Setting,
  of: GoldenCase,
  what: string,
  score: Score,
  value: number,
  gradient: { x: number[]; y: number[] } | undefined,
): Promise<void> {
  const x = tf.tensor1d(of.input.x);
  const y = tf.tensor1d(of.input.y);
  const result = tf.valueAndGrads((a, b) => score(a!, b!) as tf.Scalar)([x, y]);
  const exact = isExact(of.input.x, of.input.y);
  const family = `reference ${what}${exact ? '' : ', inputs rounded to float32'}`;
  const tolerance = toleranceOf(setting, exact, 'value');
  mustBeClose(setting, family, of.name, await read(result.value), [value], tolerance);
  const [gradientOfX, gradientOfY] = [await read(result.grads[0]!), await read(result.grads[1]!)];
  tf.dispose([x, y]);
  if (gradient === undefined) return;
  const golden = [...gradient.x, ...gradient.y];
  const allowed = toleranceOf(setting, exact, 'gradient');
  mustBeClose(setting, `${family}, gradient`, of.name, [...gradientOfX, ...gradientOfY], golden, allowed);
}

async function agrees(setting: Setting, of: GoldenCase): Promise<void> {
  const options = optionsOf(of);
  const { expected } = of;
  await mustAgree(
    setting,
    of,
    'MI',
    (x, y) => softMutualInfoScore(x, y, options),
    expected.mutualInfo,
    expected.gradMutualInfo,
  );
  await mustAgree(
    setting,
    of,
    'NMI',
    (x, y) => softNormalizedMutualInfoScore(x, y, options),
    expected.normalizedMutualInfo,
    expected.gradNormalizedMutualInfo,
  );
  const { x, y } = of.input;
  const tolerance = toleranceOf(setting, isExact(x, y), 'value') * 10;
  if (expected.joint) {
    const joint = await read(softHistogram2d(x, y, options));
    const shares = joint.map((count) => count / x.length);
    mustBeClose(setting, 'reference joint', of.name, shares, expected.joint.flat(), tolerance);
  }
  if (expected.marginalX) {
    const { bins, range, ...rest } = options as unknown as {
      bins: number[];
      range: [number, number][];
    };
    const margin = await read(softHistogram(x, { ...rest, bins: bins[0]!, range: range[0]! }));
    const shares = margin.map((count) => count / x.length);
    mustBeClose(setting, 'reference margin', of.name, shares, expected.marginalX, tolerance);
  }
}

/** Checks against golden values and gradients of our own definition. */
export const goldenChecks: readonly Check[] = [
  {
    name: 'soft histograms, scores and gradients equal the golden ones',
    run: async (setting) => {
      for (const each of setting.golden.softHistogram.cases) await agrees(setting, each);
    },
  },
];
