import type * as tf from '@tensorflow/tfjs-core';
import { describeGiven, isNumericTensor } from '../functional/information/soft/givenTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { Learned } from './critic.ts';

/** Whose function it is, and how many values a sample of each of its inputs has. */
export interface Takes {
  readonly owner: string;
  readonly sizes: readonly number[];
}

/** A function of samples, one a row, together with the parts that it is made of. */
export function learned<Inputs extends tf.Tensor[], Output>(
  { owner, sizes }: Takes,
  parts: readonly Learned[],
  evaluate: (...inputs: Inputs) => Output,
): ((...inputs: Inputs) => Output) & Learned {
  let isDisposed = false;
  const checked = (...inputs: Inputs): Output => {
    if (isDisposed) throw new MetricStateError(`${owner}: has been disposed of`);
    const isTaken = sizes.every((size, i) => {
      const rows: unknown = inputs[i];
      return isNumericTensor(rows) && rows.rank === 2 && rows.shape[1] === size;
    });
    if (isTaken) return evaluate(...inputs);
    throw new MetricInputError(
      `${owner}: expected samples of the shape ${sizes.map((size) => `[K, ${size}]`).join(' and ')}, got ` +
        sizes.map((_, i) => describeGiven(inputs[i])).join(' and '),
    );
  };
  return Object.assign(checked, {
    variables: parts.flatMap(({ variables }) => variables),
    dispose: () => {
      isDisposed = true;
      for (const part of parts) part.dispose();
    },
  });
}
