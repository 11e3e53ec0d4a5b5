/** Terms of the probabilities of one sample: that of class j is exp(logitⱼ − `largest`) / `sum`. */
interface SoftmaxTerms {
  /** Largest logit. Subtracting it avoids overflow. */
  readonly largest: number;
  /** Sum of exp(logit − `largest`) over the classes. */
  readonly sum: number;
}

/** Returns the terms of the softmax of `size` logits from index `start`. */
export function softmaxTerms(logits: ArrayLike<number>, start: number, size: number): SoftmaxTerms {
  let largest = -Infinity;
  for (let j = start; j < start + size; j++) largest = Math.max(largest, logits[j]!);
  let sum = 0;
  for (let j = start; j < start + size; j++) sum += Math.exp(logits[j]! - largest);
  return { largest, sum };
}
