import { countOf } from '../inputs/countOf.ts';
import { isPlainObject } from '../inputs/isPlainObject.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * Throws if an update has more arguments than its metric reads. They would change nothing, and weights would be
 * ignored.
 *
 * @param owner - name of the metric.
 * @param most - number of arguments that the metric reads.
 * @throws {@link MetricInputError}
 */
export function checkInputCount(owner: string, inputs: readonly unknown[], most: number): void {
  const more = inputs.slice(most);
  if (more.every((input) => input === undefined)) return;
  const hasWeights = more.some((input) => isPlainObject(input) && 'sampleWeight' in input);
  throw new MetricInputError(
    `${owner}: expected at most ${countOf(most, 'argument')}, got ${inputs.length}` +
      (hasWeights ? '; this metric takes no weights' : ''),
  );
}
