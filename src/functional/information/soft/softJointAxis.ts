import * as tf from '@tensorflow/tfjs-core';
import { softAxis, type SoftAxisOptions } from '../../../numeric/binning/softAxis.ts';
import { observedRange } from '../../../inputs/checkValuesInRange.ts';
import { deviceRange } from './deviceRange.ts';
import type { AxisFit, JointAxis, DeviceSpread } from './jointAxis.ts';
import type { SoftKernelName } from '../../../numeric/binning/softKernel.ts';

/** Returns a {@link softAxis} for the host and for devices. */
export function softJointAxis(options: SoftAxisOptions): JointAxis {
  return { host: softAxis(options), device: deviceAxis(options), range: options.range };
}

/**
 * Returns a {@link softAxis} whose range is that of the values in each row. If all values are equal, they are in the
 * first bin.
 */
export function dataJointAxis(options: Omit<SoftAxisOptions, 'range'>): JointAxis {
  const unit = { ...options, range: [0, 1] as const };
  const device = deviceAxis(unit);
  const fit: AxisFit = {
    host: (values, from, to, weights) => {
      const [low, high] = observedRange(values, from, to, weights);
      return softAxis({ ...options, range: [low, high > low ? high : low + 1] });
    },
    device: (values, weights) => {
      const { low, width } = deviceRange(values, weights);
      return (column) => {
        const { weights: spread, derivatives } = device(tf.div(tf.sub(column, low), width));
        return { weights: spread, derivatives: () => tf.div(derivatives(), width) };
      };
    },
  };
  return { host: softAxis(unit), device, fit };
}

/** Weights and derivatives over the bins and `pad` more beyond each end. */
interface PaddedSpread {
  readonly pad: number;
  readonly weights: tf.Tensor2D;
  derivatives(): tf.Tensor2D;
}

/** `softAxis` with operations of the backend: spreads values `[n, 1]` over bins, `[n, bins]`. */
function deviceAxis(options: SoftAxisOptions): (values: tf.Tensor2D) => DeviceSpread {
  const { bins, range, edge, kernel, bandwidth } = options;
  const [low, high] = range;
  return (values) => {
    const clamped = tf.clipByValue(values, low, high);
    const u = tf.sub(tf.mul(tf.sub(clamped, low), bins / (high - low)), 0.5) as tf.Tensor2D;
    const padded = SPREAD_OVER[kernel](u, bins, bandwidth);
    const { weights, derivatives } =
      edge === 'fold' || kernel === 'gaussian' ? folded(padded, bins) : renormalized(padded, bins);
    const isInside = (): tf.Tensor => tf.logicalAnd(tf.greaterEqual(values, low), tf.lessEqual(values, high));
    const perUnit = (): tf.Tensor => tf.mul(tf.cast(isInside(), 'float32'), bins / (high - low));
    return { weights, derivatives: () => tf.mul(derivatives(), perUnit()) };
  };
}

const SPREAD_OVER: Record<SoftKernelName, (u: tf.Tensor2D, bins: number, bandwidth: number) => PaddedSpread> = {
  box,
  linear,
  cubicBSpline,
  gaussian,
};

/** u − b for each bin b. */
function distances(u: tf.Tensor2D, bins: number, pad: number): tf.Tensor2D {
  return tf.sub(u, tf.range(-pad, bins + pad, 1, 'float32'));
}

function box(u: tf.Tensor2D, bins: number): PaddedSpread {
  const bin = tf.clipByValue(tf.floor(tf.add(u, 0.5)), 0, bins - 1);
  const isBin = tf.equal(distances(bin as tf.Tensor2D, bins, 0), 0);
  const weights = tf.cast(isBin, 'float32') as tf.Tensor2D;
  return { pad: 0, weights, derivatives: () => tf.zerosLike(weights) };
}

function linear(u: tf.Tensor2D, bins: number): PaddedSpread {
  const pad = 1;
  const d = distances(u, bins, pad);
  const weights = tf.relu(tf.sub(1, tf.abs(d))) as tf.Tensor2D;
  const falls = (): tf.Tensor => tf.logicalAnd(tf.greaterEqual(d, 0), tf.less(d, 1));
  const rises = (): tf.Tensor => tf.logicalAnd(tf.greaterEqual(d, -1), tf.less(d, 0));
  const derivatives = (): tf.Tensor2D =>
    tf.sub(tf.cast(rises(), 'float32'), tf.cast(falls(), 'float32')) as tf.Tensor2D;
  return { pad, weights, derivatives };
}

/** Cubic B-spline ((2 − a)₊³ − 4 (1 − a)₊³) / 6 with a = |d|. */
function cubicBSpline(u: tf.Tensor2D, bins: number): PaddedSpread {
  const pad = 2;
  const d = distances(u, bins, pad);
  const a = tf.abs(d);
  const outer = tf.relu(tf.sub(2, a));
  const inner = tf.relu(tf.sub(1, a));
  const outer2 = tf.square(outer);
  const inner2 = tf.mul(tf.square(inner), 4);
  const weights = tf.div(tf.sub(tf.mul(outer2, outer), tf.mul(inner2, inner)), 6) as tf.Tensor2D;
  const derivatives = (): tf.Tensor2D => tf.mul(tf.mul(tf.sub(inner2, outer2), 0.5), tf.sign(d));
  return { pad, weights, derivatives };
}

function gaussian(u: tf.Tensor2D, bins: number, bandwidth: number): PaddedSpread {
  const z = tf.div(distances(u, bins, 0), bandwidth);
  // Exponents are relative to the nearest bin, so the sum of weights cannot underflow.
  const exponent = tf.mul(tf.square(z), -0.5);
  const raw = tf.exp(tf.sub(exponent, tf.max(exponent, 1, true)));
  const weights = tf.div(raw, tf.sum(raw, 1, true)) as tf.Tensor2D;
  const derivatives = (): tf.Tensor2D => {
    const fall = tf.div(z, -bandwidth);
    return tf.mul(weights, tf.sub(fall, tf.sum(tf.mul(weights, fall), 1, true)));
  };
  return { pad: 0, weights, derivatives };
}

/** Adds weight beyond an edge to the bin at that edge. */
function folded({ pad, weights, derivatives }: PaddedSpread, bins: number): DeviceSpread {
  if (pad === 0) return { weights, derivatives };
  const fold = (of: tf.Tensor2D): tf.Tensor2D => {
    const columns = (from: number, count: number): tf.Tensor2D => tf.slice(of, [0, from], [-1, count]);
    if (bins === 1) return tf.sum(of, 1, true);
    const first = tf.sum(columns(0, pad + 1), 1, true) as tf.Tensor2D;
    const last = tf.sum(columns(pad + bins - 1, pad + 1), 1, true) as tf.Tensor2D;
    return tf.concat2d([first, columns(pad + 1, bins - 2), last], 1);
  };
  return { weights: fold(weights), derivatives: () => fold(derivatives()) };
}

/** Drops weight beyond the edges and divides the rest by its sum. */
function renormalized({ pad, weights, derivatives }: PaddedSpread, bins: number): DeviceSpread {
  if (pad === 0) return { weights, derivatives };
  const inner = (of: tf.Tensor2D): tf.Tensor2D => tf.slice(of, [0, pad], [-1, bins]);
  const kept = inner(weights);
  const sum = tf.sum(kept, 1, true);
  const shares = tf.div(kept, sum) as tf.Tensor2D;
  return {
    weights: shares,
    derivatives: () => {
      const rises = inner(derivatives());
      return tf.div(tf.sub(rises, tf.mul(shares, tf.sum(rises, 1, true))), sum);
    },
  };
}
