import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { CollectionMembers } from './collectionMembers.ts';
import { requireFresh } from './requireFresh.ts';
import { Metric, type AnyMetric } from './metric.ts';

/**
 * Returns the members of a collection with their names. Members of a list are named by their classes.
 *
 * @throws {@link MetricInputError} if a member is not a metric, or two members of a list have the same class.
 */
export function namedMembers(members: unknown): [string, AnyMetric][] {
  if (typeof members !== 'object' || members === null || members instanceof Metric) {
    throw new MetricInputError(
      `MetricCollection: expected metrics by name or a list of metrics, got ${describeValue(members)}` +
        (members instanceof Metric ? '; write { name: metric } or [metric]' : ''),
    );
  }
  if (!Array.isArray(members)) return Object.entries(members as CollectionMembers);
  const named = new Map<string, AnyMetric>();
  for (const [k, member] of (members as unknown[]).entries()) {
    requireFresh('MetricCollection', `[${k}]`, member);
    if (named.has(member.name)) {
      throw new MetricInputError(
        `MetricCollection: expected a list of metrics of different classes, got two of ${member.name}; ` +
          'name them: { first: …, second: … }',
      );
    }
    named.set(member.name, member);
  }
  return [...named];
}
