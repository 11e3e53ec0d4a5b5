import * as tf from '@tensorflow/tfjs-core';
import { parse } from 'csv-parse/browser/esm/sync';

const CLASSES = 10;
const PIXELS = 64;
/** One of this many images is held out of training. */
const HELD_OUT = 4;

/** Images and their digits as one-hot rows, for training and held out. */
export interface Digits {
  readonly train: readonly [images: tf.Tensor2D, digits: tf.Tensor2D];
  readonly held: readonly [images: tf.Tensor2D, digits: tf.Tensor2D];
}

/** Loads the digits that the other examples use too. */
export async function loadDigits(): Promise<Digits> {
  const response = await fetch(new URL('../data/digits.csv', import.meta.url));
  if (!response.ok) throw new Error(`digits.csv: ${response.status} ${response.statusText}`);
  const records = parse(await response.text(), { cast: true, from: 2 }) as unknown as number[][];
  return {
    train: toTensors(records.filter((_, i) => i % HELD_OUT !== 0)),
    held: toTensors(records.filter((_, i) => i % HELD_OUT === 0)),
  };
}

function toTensors(records: readonly number[][]): [images: tf.Tensor2D, digits: tf.Tensor2D] {
  const images = records.map((record) => record.slice(0, PIXELS).map((grey) => grey / 16));
  const digits = records.map((record) =>
    Array.from({ length: CLASSES }, (_, digit) => Number(digit === record[PIXELS])),
  );
  return [tf.tensor2d(images), tf.tensor2d(digits)];
}
