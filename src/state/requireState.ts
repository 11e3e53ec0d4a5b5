import { inputError } from '../inputs/metricInputError.ts';

/** @throws {@link MetricInputError} unless the state to merge is an instance of a class. */
export function requireState(
  state: unknown,
  StateClass: abstract new (...args: never[]) => unknown,
  className: string,
): void {
  if (state instanceof StateClass) return;
  const article = /^[AEIOU]/.test(className) ? 'an' : 'a';
  throw inputError('merge', `${article} ${className}`, state);
}
