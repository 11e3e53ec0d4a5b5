import * as z from 'zod/mini';
import { MetricStateError } from '../state/metricStateError.ts';
import { plainJson } from '../state/plainJson.ts';
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
 * Runs what makes a metric or a state from a part of a snapshot.
 *
 * @throws {@link MetricStateError} for any error, since it is the snapshot that is invalid.
 */
export function makeFromSnapshot<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof MetricStateError) throw cause;
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    throw new MetricStateError(`can't restore a metric from this snapshot${reason}`, { cause });
  }
}

/**
 * The state of a metric from a snapshot of that state, checked as a batch is.
 *
 * @throws {@link MetricStateError} if the snapshot is damaged, or the metric cannot read the state.
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

/** @throws {@link MetricStateError} if a value is not a snapshot, with the place that is invalid. */
export function checkMetricSnapshot(value: unknown): MetricSnapshot {
  const result = metricSchema().safeParse(plainJson(value));
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
export function restoreByClass<State extends object>(owner: string, state: State, snapshot: unknown): State {
  const stateClass = state.constructor as unknown as StateClass<State>;
  if (stateClass.fromJSON) return stateClass.fromJSON(snapshot);
  throw new MetricStateError(`${owner} can't be restored: give its state class ${stateClass.name} a static fromJSON`);
}

/** @throws {@link MetricStateError} when another metric is of another class or was set up in another way. */
export function requireSame(metric: MetricDescription, other: MetricDescription): void {
  if (other.kind !== metric.kind) {
    throw new MetricStateError(`${metric.kind} can't take in a ${other.kind}: they are different metrics`);
  }
  if (isSameJson(metric.options, other.options)) return;
  throw new MetricStateError(
    `${metric.kind} with the options ${shownJson(metric.options)} can't take in one with the options ` +
      shownJson(other.options),
  );
}

/** Whether two values are the same JSON data, with keys in any order; visits no more than `own` has. */
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

/** Options as an error message shows them, without what is nested deeply. */
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
