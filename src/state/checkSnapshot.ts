import type * as z from 'zod/mini';
import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from './metricStateError.ts';
import { plainJson } from './plainJson.ts';

/**
 * Validates a snapshot of `what`, such as "a contingency table".
 *
 * @throws {@link MetricStateError} if the snapshot is invalid; the message names the first problem.
 */
export function checkSnapshot<Snapshot>(what: string, schema: z.ZodMiniType, value: unknown): Snapshot {
  const error = (): string => 'expected a snapshot made by toJSON()';
  const result = schema.safeParse(plainJson(value), { error, reportInput: true });
  if (result.success) return result.data as Snapshot;
  const { path, message, input } = result.error.issues[0]!;
  const place = path.length === 0 ? '' : `${path.map(String).join('.')}: `;
  throw damagedSnapshot(what, `${place}${message}, got ${describeValue(input)}`);
}

/** Returns the error for an invalid snapshot of `what`. */
export function damagedSnapshot(what: string, problem: string): MetricStateError {
  return new MetricStateError(`snapshot of ${what}: ${problem}`);
}

/**
 * Creates a state of `what` from the parts of a snapshot.
 *
 * @throws {@link MetricStateError} if the parts are invalid.
 */
export function restoreState<State>(what: string, make: () => State): State {
  try {
    return make();
  } catch (error) {
    throw error instanceof MetricInputError ? damagedSnapshot(what, error.message) : error;
  }
}
