import * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { snapshotSchema } from '../state/snapshotSchema.ts';

/** What a metric is and how it was set up, as plain JSON. */
export interface MetricDescription {
  /** The name of the metric's class. */
  readonly kind: string;
  /** The options that the metric was made with. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A metric as plain JSON: what it is, how it was set up, and what it has seen. */
export interface MetricSnapshot extends MetricDescription {
  /** The version of this format. */
  readonly version: 1;
  /** How many updates it has seen. */
  readonly updateCount: number;
  /** Its state, in the state's own format. */
  readonly state: unknown;
}

/**
 * Makes a metric from the options of a snapshot.
 *
 * @throws {@link MetricStateError} when they are no options of it: then it is the snapshot that is wrong.
 */
export function makeFromSnapshot<M>(make: () => M): M {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof MetricInputError)) throw cause;
    throw new MetricStateError(`can't restore a metric from this snapshot: ${cause.message}`, {
      cause,
    });
  }
}

/** @throws {@link MetricStateError} that says what is wrong with a value that is no snapshot. */
export function checkMetricSnapshot(value: unknown): MetricSnapshot {
  const result = metricSchema().safeParse(value);
  if (result.success) return result.data as unknown as MetricSnapshot;
  const place = result.error.issues[0]!.path.join('.');
  throw new MetricStateError(
    'expected a snapshot made by toJSON() of this version of tfjs-metrics' +
      (place === '' ? '' : `; "${place}" is not what it should be`),
  );
}

interface StateClass<State> {
  readonly name: string;
  readonly fromJSON?: (snapshot: unknown) => State;
}

/** A state of the class of another from its snapshot, by the static `fromJSON` of that class. */
export function restoreByClass<State extends object>(
  owner: string,
  state: State,
  snapshot: unknown,
): State {
  const stateClass = state.constructor as unknown as StateClass<State>;
  if (stateClass.fromJSON) return stateClass.fromJSON(snapshot);
  throw new MetricStateError(
    `${owner} can't be restored: give its state class ${stateClass.name} a static fromJSON`,
  );
}

/** @throws {@link MetricStateError} when another metric is of another class or was set up in another way. */
export function requireSame(metric: MetricDescription, other: MetricDescription): void {
  if (other.kind !== metric.kind) {
    throw new MetricStateError(
      `${metric.kind} can't take in a ${other.kind}: they are different metrics`,
    );
  }
  const [own, others] = [sortedJson(metric.options), sortedJson(other.options)];
  if (own === others) return;
  throw new MetricStateError(
    `${metric.kind} with the options ${own} can't take in one with the options ${others}`,
  );
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const metricSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const count = z.number().check(z.int(), z.nonnegative());
  return z.strictObject({
    kind: z.string(),
    version: z.literal(1),
    options: z.record(z.string(), z.unknown()),
    updateCount: count,
    state: z.unknown(),
  });
});
