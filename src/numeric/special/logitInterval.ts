import { sigmoid } from './sigmoid.ts';

/**
 * Returns the interval of a share between 0 and 1 on the scale of its logit, where `width` is ±width on its own scale.
 */
export function logitInterval(share: number, width: number): { readonly lower: number; readonly upper: number } {
  const logit = Math.log(share / (1 - share));
  // d logit(p) = dp / (p (1 − p)).
  const apart = width / (share * (1 - share));
  return { lower: sigmoid(logit - apart), upper: sigmoid(logit + apart) };
}
