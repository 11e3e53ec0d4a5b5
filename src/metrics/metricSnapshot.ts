import { describeValue } from '../inputs/describeValue.ts';
import * as z from 'zod/mini';
import { MetricStateError } from '../state/metricStateError.ts';
import { plainJson } from '../state/plainJson.ts';
import { snapshotSchema } from '../state/snapshotSchema.ts';

/** Class and options of a metric, as plain JSON. */
export interface MetricDescription {
  /** Name of the metric's class. */
  readonly kind: string;
  /** Options of the metric. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Snapshot of a metric as plain JSON: class, options and state. */
export interface MetricSnapshot extends MetricDescription {
  /** Version of this format. */
  readonly version: 1;
  /** Number of updates. */
  readonly updateCount: number;
  /** State, in the format of its class. */
  readonly state: unknown;
}

/**
 * Runs a function that restores a metric or state from a part of a snapshot.
 *
 * @throws {@link MetricStateError} for any error, because the snapshot is invalid.
 */
export function makeFromSnapshot<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof MetricStateError) throw cause;
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    throw new MetricStateError(`snapshot of a metric: expected one made by toJSON(), got an invalid one${reason}`, {
      cause,
    });
  }
}

/**
 * Restores the state of a metric from its snapshot and checks it.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid, or the state is invalid for the metric.
 */
export function restoredState<State>(
  metric: { restoreState(snapshot: unknown): State; validateState(state: State): void },
  snapshot: unknown,
): State {
  return makeFromSnapshot(() => {
    const state = metric.restoreState(snapshot);
    metric.validateState(state);
    return state;
  });
}

/** @throws {@link MetricStateError} if a value is not a snapshot. The message names the invalid property. */
export function checkMetricSnapshot(value: unknown): MetricSnapshot {
  const result = metricSchema().safeParse(plainJson(value));
  if (result.success) return result.data as unknown as MetricSnapshot;
  const place = result.error.issues[0]!.path.join('.');
  throw new MetricStateError(
    'snapshot of a metric: expected a snapshot made by toJSON() of this version, got ' +
      (place === '' ? describeValue(value) : `an invalid "${place}"`),
  );
}

interface StateClass<State> {
  readonly name: string;
  readonly fromJSON?: (snapshot: unknown) => State;
}

/** Restores a state from its snapshot with the static `fromJSON` of the class of `state`. */
export function restoreByClass<State extends object>(owner: string, state: State, snapshot: unknown): State {
  const stateClass = state.constructor as unknown as StateClass<State>;
  if (stateClass.fromJSON) return stateClass.fromJSON(snapshot);
  throw new MetricStateError(
    `${owner}.fromJSON: expected a static fromJSON of the state class ${stateClass.name}, got none`,
  );
}

/** @throws {@link MetricStateError} if another metric has another class or other options. */
export function requireSame(metric: MetricDescription, other: MetricDescription): void {
  if (other.kind !== metric.kind) {
    throw new MetricStateError(`${metric.kind}: expected another ${metric.kind}, got ${other.kind}`);
  }
  if (isSameJson(metric.options, other.options)) return;
  throw new MetricStateError(
    `${metric.kind}: expected another with the options ${shownJson(metric.options)}, got one with the options ` +
      shownJson(other.options),
  );
}

/** Returns whether two values are equal as JSON, with keys in any order. Visits no more values than `own` has. */
function isSameJson(own: unknown, other: unknown): boolean {
  if (typeof own !== 'object' || own === null) return own === other;
  if (typeof other !== 'object' || other === null) return false;
  if (Array.isArray(own) !== Array.isArray(other)) return false;
  const [items, others] = [own, other] as [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys(items);
  return (
    keys.length === Object.keys(others).length &&
    keys.every((key) => Object.hasOwn(others, key) && isSameJson(items[key], others[key]))
  );
}

/** Formats options for an error message, without deeply nested values. */
function shownJson(options: object): string {
  const shown = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (depth === 0) return '…';
    if (Array.isArray(value)) return value.slice(0, 10).map((item) => shown(item, depth - 1));
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, shown(item, depth - 1)]));
  };
  const text = JSON.stringify(shown(options, 4));
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}

/** Returns the check of the format, from which docs/snapshot.schema.json is generated. */
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
