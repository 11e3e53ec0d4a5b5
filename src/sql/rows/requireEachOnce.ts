import { MetricInputError } from '../../inputs/metricInputError.ts';

/**
 * Checks that no group occurs twice, such as on a page of results that was read again.
 *
 * @throws {@link MetricInputError} if a group occurs twice; the message names the first one.
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
      throw new MetricInputError(
        `result of the query: expected each group once, as from GROUP BY, got ${describe(group)} twice`,
      );
    }
    seen.add(key);
  }
}
