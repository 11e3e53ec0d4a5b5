import * as z from 'zod/mini';
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

/** @throws {@link MetricStateError} that says what is wrong with a value that is no snapshot. */
export function checkMetricSnapshot(value: unknown): MetricSnapshot {
  const count = z.number().check(z.refine((n) => Number.isSafeInteger(n) && (n as number) >= 0));
  const schema = z.strictObject({
    kind: z.string(),
    version: z.literal(1),
    options: z.record(z.string(), z.unknown()),
    updateCount: count,
    state: z.unknown(),
  });
  const result = schema.safeParse(value);
  if (result.success) return result.data as MetricSnapshot;
  const place = result.error.issues[0]!.path.join('.');
  throw new MetricStateError(
    'expected a snapshot made by toJSON() of this version of tfjs-metrics' +
      (place === '' ? '' : `; "${place}" is not what it should be`),
  );
}
