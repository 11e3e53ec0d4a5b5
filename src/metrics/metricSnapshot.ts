import * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';

/** A metric as plain JSON: what it is, how it was set up, and what it has seen. */
export interface MetricSnapshot {
  /** The name of the metric's class. */
  readonly kind: string;
  /** The version of this format. */
  readonly version: 1;
  /** The options that the metric was made with. */
  readonly options: Readonly<Record<string, unknown>>;
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
  const result = schema().safeParse(value);
  if (result.success) return result.data as unknown as MetricSnapshot;
  const place = result.error.issues[0]!.path.join('.');
  throw new MetricStateError(
    'expected a snapshot made by toJSON() of this version of tfjs-metrics' +
      (place === '' ? '' : `; "${place}" is not what it should be`),
  );
}

let made: z.ZodMiniObject | undefined;

function schema(): z.ZodMiniObject {
  const count = z.number().check(z.refine((n) => Number.isSafeInteger(n) && (n as number) >= 0));
  return (made ??= z.strictObject({
    kind: z.string(),
    version: z.literal(1),
    options: z.record(z.string(), z.unknown()),
    updateCount: count,
    state: z.unknown(),
  }));
}
