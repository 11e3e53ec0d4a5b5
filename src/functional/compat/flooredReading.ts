import * as tf from '@tensorflow/tfjs-core';
import type { JointCounts } from '../../numeric/binning/jointCounts.ts';
import type { DeviceCounts, JointReading } from '../information/soft/jointReading.ts';

/**
 * Reads −I = H(X, Y) − H(X) − H(Y), or −(H(X) + H(Y)) / H(X, Y) if normalized, of cells that are at least `floor`,
 * divided by their sum. Cells below the floor have no gradient.
 */
export function flooredReading(floor: number, normalized: boolean): JointReading {
  return {
    shape: [],
    withSquares: false,
    host: {
      value: (counts) => {
        const { joint, margins } = entropies(floored(counts, floor));
        return [normalized ? -margins / joint : joint - margins];
      },
      slopes: (counts, upstream) => {
        const shares = floored(counts, floor);
        const { joint, margins } = entropies(shares);
        const byMargins = (upstream[0]! * -1) / (normalized ? joint : 1);
        const byJoint = upstream[0]! * (normalized ? margins / joint ** 2 : 1);
        const { cells, x, y, total } = shares;
        // The derivatives of entropies by shares are −ln P − 1, of which the constants cancel below.
        const by = cells.map((share, k) => {
          const [i, j] = [Math.floor(k / y.length), k % y.length];
          return -byJoint * Math.log(share) - byMargins * (Math.log(x[i]!) + Math.log(y[j]!));
        });
        const mean = by.reduce((sum, slope, k) => sum + slope * cells[k]!, 0);
        const isFree = (k: number): boolean => counts.sums.cells[k]! >= floor;
        return { sums: { cells: by.map((slope, k) => (isFree(k) ? (slope - mean) / total : 0)) } };
      },
    },
    device: {
      value: (counts) => {
        const { joint, margins } = deviceEntropies(deviceFloored(counts, floor));
        return normalized ? tf.neg(tf.div(margins, joint)) : tf.sub(joint, margins);
      },
      slopes: (counts, upstream) => {
        const shares = deviceFloored(counts, floor);
        const { joint, margins } = deviceEntropies(shares);
        const byMargins = tf.neg(normalized ? tf.div(upstream, joint) : upstream);
        const byJoint = normalized ? tf.mul(upstream, tf.div(margins, tf.square(joint))) : upstream;
        const ofMargins = tf.add(tf.log(shares.x), tf.log(shares.y));
        const by = tf.neg(tf.add(tf.mul(byJoint, tf.log(shares.cells)), tf.mul(byMargins, ofMargins)));
        const centred = tf.sub(by, tf.sum(tf.mul(by, shares.cells)));
        const isFree = tf.cast(tf.greaterEqual(counts.sums.cells, floor), 'float32');
        return { sums: { cells: tf.mul(tf.div(centred, shares.total), isFree) as tf.Tensor2D } };
      },
    },
  };
}

interface Shares {
  readonly cells: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly total: number;
}

function floored({ sums }: JointCounts, floor: number): Shares {
  const raised = sums.cells.map((cell) => Math.max(cell, floor));
  const total = raised.reduce((sum, cell) => sum + cell, 0);
  const cells = raised.map((cell) => cell / total);
  const x = new Float64Array(sums.x.length);
  const y = new Float64Array(sums.y.length);
  cells.forEach((share, k) => {
    x[Math.floor(k / y.length)]! += share;
    y[k % y.length]! += share;
  });
  return { cells, x, y, total };
}

function entropies({ cells, x, y }: Shares): { joint: number; margins: number } {
  const entropy = (shares: Float64Array): number => shares.reduce((sum, share) => sum - share * Math.log(share), 0);
  return { joint: entropy(cells), margins: entropy(x) + entropy(y) };
}

type DeviceShares = Record<'cells' | 'x' | 'y' | 'total', tf.Tensor>;

function deviceFloored({ sums }: DeviceCounts, floor: number): DeviceShares {
  const raised = tf.maximum(sums.cells, floor);
  const total = tf.sum(raised);
  const cells = tf.div(raised, total);
  return { cells, x: tf.sum(cells, 1, true), y: tf.sum(cells, 0, true), total };
}

function deviceEntropies({ cells, x, y }: DeviceShares): Record<'joint' | 'margins', tf.Tensor> {
  const entropy = (shares: tf.Tensor): tf.Tensor => tf.neg(tf.sum(tf.mul(shares, tf.log(shares))));
  return { joint: entropy(cells), margins: tf.add(entropy(x), entropy(y)) };
}
