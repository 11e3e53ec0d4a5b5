import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * What comes twice was handed out twice, as by a page that is read again.
 *
 * @throws {@link MetricInputError} that names the first group that comes a second time.
 */
export function requireEachOnce<Group>(
  groups: readonly Group[],
  keyOf: (group: Group) => unknown,
  describe: (group: Group) => string,
): void {
  const seen = new Set<string>();
  for (const group of groups) {
    const key = JSON.stringify(keyOf(group));
    if (seen.has(key)) {
      throw new MetricInputError(`the result has ${describe(group)} twice: expected each once, as GROUP BY gives it`);
    }
    seen.add(key);
  }
}
