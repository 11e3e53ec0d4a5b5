import type * as tf from '@tensorflow/tfjs-core';
import type { Learned } from './critic.ts';

/** A function together with the parts that it is made of. */
export function learned<Inputs extends tf.Tensor[], Output>(
  parts: readonly Learned[],
  evaluate: (...inputs: Inputs) => Output,
): ((...inputs: Inputs) => Output) & Learned {
  return Object.assign((...inputs: Inputs) => evaluate(...inputs), {
    variables: parts.flatMap(({ variables }) => variables),
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  });
}
