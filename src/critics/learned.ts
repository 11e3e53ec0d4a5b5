import type * as tf from '@tensorflow/tfjs-core';
import { describeGiven, isNumericTensor } from '../functional/information/soft/isNumericTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { Learned } from './critic.ts';

/** Name of the function in messages, and the number of values in a sample of each input. */
interface InputSizes {
  readonly owner: string;
  readonly sizes: readonly number[];
}

/** Returns a function of samples, one per row, that checks its inputs and owns the given trainable parts. */
export function learned<Inputs extends tf.Tensor[], Output>(
  { owner, sizes }: InputSizes,
  parts: readonly Learned[],
  evaluate: (...inputs: Inputs) => Output,
): ((...inputs: Inputs) => Output) & Learned {
  let isDisposed = false;
  const checked = (...inputs: Inputs): Output => {
    if (isDisposed) throw new MetricStateError(`${owner}: expected a call before dispose(), got one after it`);
    const isValid = sizes.every((size, i) => {
      const rows: unknown = inputs[i];
      return isNumericTensor(rows) && rows.rank === 2 && rows.shape[1] === size;
    });
    if (isValid) return evaluate(...inputs);
    throw new MetricInputError(
      `${owner}: expected samples of shape ${sizes.map((size) => `[K, ${size}]`).join(' and ')}, got ` +
        sizes.map((_, i) => describeGiven(inputs[i])).join(' and '),
    );
  };
  return Object.assign(checked, {
    variables: parts.flatMap(({ variables }) => variables),
    dispose: () => {
      if (isDisposed) return;
      isDisposed = true;
      for (const part of parts) part.dispose();
    },
  });
}
