import type * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from './metricStateError.ts';
import { plainJson } from './plainJson.ts';

/**
 * Checks a snapshot of `what`, such as "a contingency table".
 *
 * @throws {@link MetricStateError} with the first place that is not as it should be.
 */
export function checkSnapshot<Snapshot>(what: string, schema: z.ZodMiniType, value: unknown): Snapshot {
  const result = schema.safeParse(plainJson(value));
  if (result.success) return result.data as Snapshot;
  const { path, message } = result.error.issues[0]!;
  const place = path.length === 0 ? 'it' : path.map(String).join('.');
  throw damagedSnapshot(what, `${place} is not what it should be (${message})`);
}

/** The error for a snapshot of `what` that can't be restored. */
export function damagedSnapshot(what: string, problem: string): MetricStateError {
  return new MetricStateError(`can't restore ${what} from this snapshot: ${problem}`);
}

/**
 * Makes a state of `what` from the parts of a snapshot.
 *
 * @throws {@link MetricStateError} if the state refuses them.
 */
export function restoreState<State>(what: string, make: () => State): State {
  try {
    return make();
  } catch (error) {
    throw error instanceof MetricInputError ? damagedSnapshot(what, error.message) : error;
  }
}
