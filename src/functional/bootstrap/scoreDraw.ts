import { inputError } from '../../inputs/metricInputError.ts';
import { MetricStateError } from '../../state/metricStateError.ts';

/**
 * Returns the score of a draw: NaN if it is undefined, also if the score throws a {@link MetricStateError}.
 *
 * @param owner - name of the caller, for error messages.
 * @throws {@link MetricInputError} if the score is not a number.
 */
export function scoreDraw<Draw>(owner: string, score: (draw: Draw) => number, draw: Draw): number {
  let value: unknown;
  try {
    value = score(draw);
  } catch (error) {
    if (error instanceof MetricStateError) return NaN;
    throw error;
  }
  if (typeof value === 'number') return value;
  throw inputError(owner, 'a function that returns a number', value);
}
