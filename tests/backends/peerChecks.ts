import * as tf from '@tensorflow/tfjs-core';
import {
  connorlee77MutualInformation,
  histogram,
  histogram2d,
  imageHistogram2d,
  jointPdf,
  marginalPdf,
  monaiGlobalMutualInformationLoss,
} from 'tfjs-metrics/compat';
import { isExact, toleranceOf } from './goldenChecks.ts';
import { must, mustBeClose, read, type Check, type GoldenCase, type Setting } from './check.ts';

type Agrees = (setting: Setting, of: GoldenCase) => Promise<void>;

const numbers = (values: unknown): number[] => (values as unknown[]).flat(Infinity).map(Number);

/** Compares a value and its gradients with golden ones. */
async function mustAgree(
  setting: Setting,
  { name }: GoldenCase,
  family: string,
  inputs: readonly tf.Tensor[],
  compute: (...inputs: tf.Tensor[]) => tf.Tensor,
  golden: { value: number[]; gradients: readonly (readonly number[])[] },
  exact: boolean,
): Promise<void> {
  const value = await read(compute(...inputs));
  const label = exact ? family : `${family}, inputs rounded to float32`;
  // Rounding 255 x to float32 shifts a kernel that is a tenth of a grey level wide by a thousandth of its width.
  const wide = exact ? 1 : 100;
  mustBeClose(setting, label, name, value, golden.value, toleranceOf(setting, exact, 'value') * wide);
  const gradients = tf.grads((...at) => compute(...(at as tf.Tensor[])))([...inputs]);
  const actual = await Promise.all(gradients.map(read));
  const tolerance = toleranceOf(setting, exact, 'gradient') * wide;
  mustBeClose(setting, `${label}, gradient`, name, actual.flat(), golden.gradients.flat(), tolerance);
}

const connor: Agrees = async (setting, of) => {
  const { x, y, sigma, numBins, normalize } = of.input;
  const { mutualInformation, gradient } = of.expected;
  const inputs = [tf.tensor4d(x, [1, 1, 1, x.length]), tf.tensor4d(y, [1, 1, 1, y.length])];
  await mustAgree(
    setting,
    of,
    'connorlee77',
    inputs,
    (a, b) => connorlee77MutualInformation(a, b, { sigma, numBins, normalize }),
    { value: [mutualInformation], gradients: [gradient.x, gradient.y] },
    // On a device, 255 x / σ has seven digits, so narrow kernels lose most of their precision.
    isExact(x, y) && (setting.isHost || sigma >= 2),
  );
  tf.dispose(inputs);
};

const monai: Agrees = async (setting, of) => {
  const { pred, target, kernelType, numBins, sigmaRatio } = of.input;
  const shape: [number, number, number] = [1, 1, pred.length];
  const inputs = [tf.tensor3d(pred, shape), tf.tensor3d(target, shape)];
  const { loss, gradient } = of.expected;
  const byTarget = gradient.target ?? new Array(target.length).fill(0);
  // The B-spline form scales the values to their range, with rounding errors.
  const exact = isExact(pred, target) && kernelType === 'gaussian';
  await mustAgree(
    setting,
    of,
    `MONAI ${kernelType}`,
    inputs,
    monaiGlobalMutualInformationLoss({ kernelType, numBins, sigmaRatio }) as never,
    { value: [loss], gradients: [gradient.pred, byTarget] },
    exact,
  );
  tf.dispose(inputs);
};

const korniaHistogram: Agrees = async (setting, of) => {
  const { x, y, bins, bandwidth, epsilon, middle } = of.input;
  const { expected } = of;
  const exact = isExact(x, y);
  const tolerance = toleranceOf(setting, exact, 'value') * 10;
  const close = async (what: string, actual: tf.Tensor, golden: unknown): Promise<void> =>
    mustBeClose(setting, `Kornia ${what}`, of.name, await read(actual), numbers(golden), tolerance);
  const column = (values: number[]): tf.Tensor3D => tf.tensor3d(values, [1, values.length, 1]);
  const inputs = [column(x), column(y)];
  const [marginX, marginY] = inputs.map((values) => marginalPdf(values, bins, bandwidth, epsilon));
  await close('histogram', histogram([x], bins, bandwidth, epsilon), expected.histogramX);
  await close('jointPdf', jointPdf(marginX![1], marginY![1], epsilon), expected.jointPdf);
  await close('marginalPdf', marginX![0], expected.marginalPdfX);
  await close('marginalPdf', marginY![0], expected.marginalPdfY);
  await close('histogram2d', histogram2d([x], [y], bins, bandwidth, epsilon), expected.jointPdf);
  // Kornia's histogram2d always uses an epsilon of 1e-10.
  const asKornia = expected.histogram2d ?? expected.jointPdf;
  await close('histogram2d', histogram2d([x], [y], bins, bandwidth), epsilon > 1e-9 ? asKornia : expected.jointPdf);
  tf.dispose([...inputs, marginX![1], marginY![1]]);
  await korniaGradients(setting, of, middle);
};

/** Returns one bin of a tensor `[1, …]`, with an explicit gradient, as tfjs-core registers none. */
function binOf(tensor: tf.Tensor, index: readonly number[]): tf.Tensor {
  const pick = tf.customGrad((...args) => {
    const [values] = args as unknown as [tf.Tensor];
    const shape = [...values.shape];
    const place = index.reduce((at, k, axis) => at * shape[axis + 1]! + k, 0);
    return {
      value: tf.reshape(tf.slice(tf.reshape(values, [-1]), [place], [1]), []),
      gradFunc: (upstream: tf.Tensor) => [
        tf.mul(tf.reshape(tf.oneHot(tf.tensor1d([place], 'int32'), values.size), shape), upstream),
      ],
    };
  });
  return pick(tensor);
}

async function korniaGradients(setting: Setting, of: GoldenCase, middle: number): Promise<void> {
  const { x, y, bins, bandwidth, epsilon } = of.input;
  const golden = of.expected.gradients as Record<string, number[]>;
  const column = (values: tf.Tensor): tf.Tensor3D => values as tf.Tensor3D;
  const margin = (values: tf.Tensor): [tf.Tensor2D, tf.Tensor3D] =>
    marginalPdf(column(values), bins, bandwidth, epsilon);
  const joint = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => jointPdf(margin(a)[1], margin(b)[1], epsilon);
  const inputs = [tf.tensor3d(x, [1, x.length, 1]), tf.tensor3d(y, [1, y.length, 1])];
  const gradients = {
    'of marginalPdfX[middle] wrt x': tf.grads((a) => binOf(margin(a!)[0], [middle]))([inputs[0]!]),
    'of jointPdf[middle][middle] wrt x,y': tf.grads((a, b) => binOf(joint(a!, b!), [middle, middle]))(inputs),
  };
  const tolerance = toleranceOf(setting, isExact(x, y), 'gradient') * 10;
  let compared = 0;
  for (const [what, actual] of Object.entries(gradients)) {
    const values = (await Promise.all(actual.map(read))).flat();
    const keys = Object.keys(golden).filter((key) => key.startsWith(what.split(' wrt')[0]!));
    const exact = keys.flatMap((key) => numbers(golden[key]));
    if (exact.length !== values.length) continue;
    compared++;
    mustBeClose(setting, 'Kornia gradients', `${of.name} ${what}`, values, exact, tolerance);
  }
  must(compared > 0, `${of.name}: no gradient was compared, golden has ${Object.keys(golden).join('; ')}`);
  tf.dispose(inputs);
}

const korniaImage: Agrees = async (setting, of) => {
  const { image, min, max, numBins, bandwidth, kernel } = of.input;
  const { expected } = of;
  const options = { min, max, nBins: numBins, kernel, ...(bandwidth ? { bandwidth } : {}) };
  const x = tf.tensor(image);
  const { histogram: counts, pdf } = imageHistogram2d(x, options);
  must(
    JSON.stringify(counts.shape) === JSON.stringify(shapeOf(expected.histogram)),
    `${of.name}: the shape is [${counts.shape.join(', ')}]`,
  );
  const exact = isExact(numbers(image));
  const tolerance = toleranceOf(setting, exact, 'value') * (setting.isHost ? 1 : 10);
  const family = `Kornia image ${kernel}`;
  mustBeClose(setting, family, of.name, await read(counts), numbers(expected.histogram), tolerance);
  mustBeClose(setting, family, of.name, await read(pdf), numbers(expected.pdf), tolerance);
  if (expected.gradOfSumOfIndexTimesPdf) {
    const [gradient] = tf.grads((at) => sumOfIndexTimes(imageHistogram2d(at!, options).pdf))([x]);
    const golden = numbers(expected.gradOfSumOfIndexTimesPdf);
    const allowed = toleranceOf(setting, exact, 'gradient');
    mustBeClose(setting, `${family}, gradient`, of.name, await read(gradient!), golden, allowed);
  }
  x.dispose();
};

function shapeOf(nested: unknown): number[] {
  return Array.isArray(nested) ? [nested.length, ...shapeOf(nested[0])] : [];
}

/** Returns Σ k · vₖ over the flattened values. */
function sumOfIndexTimes(values: tf.Tensor): tf.Tensor {
  const sum = tf.customGrad((...args) => {
    const [v] = args as unknown as [tf.Tensor];
    const index = (): tf.Tensor => tf.reshape(tf.range(0, v.size, 1, 'float32'), v.shape);
    return {
      value: tf.sum(tf.mul(v, index())),
      gradFunc: (upstream: tf.Tensor) => [tf.mul(index(), upstream)],
    };
  });
  return sum(values);
}

const families: Record<string, Agrees> = {
  'connorlee77.MutualInformation': connor,
  'monai.GlobalMutualInformationLoss': monai,
  'kornia.enhance.histogram': korniaHistogram,
  'kornia.enhance.image_histogram2d': korniaImage,
};

/** Checks against golden values and gradients of other packages. */
export const peerChecks: readonly Check[] = Object.entries(families).map(([family, agrees]) => ({
  name: `values and gradients equal those of ${family}`,
  run: async (setting) => {
    const cases = setting.golden.softHistogramPeers.cases.filter((of) => of.input.family === family);
    must(cases.length > 0, 'there are no cases');
    for (const each of cases) await agrees(setting, each);
  },
}));
