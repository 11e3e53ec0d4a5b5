import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'cluster moments';

/** Cluster moments as plain JSON. */
export interface ClusterMomentsSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'ClusterMoments';
  /** The version of this format. */
  readonly version: 1;
  /** How many values each sample has; 0 before the first. */
  readonly features: number;
  /** Means are times 2^exponent, dispersions times its square. Default: 0. */
  readonly exponent?: number | undefined;
  /** The clusters, by ascending label. */
  readonly clusters: readonly ClusterMomentSnapshot[];
}

/** One cluster as plain JSON. */
export interface ClusterMomentSnapshot {
  /** The label of the cluster. */
  readonly label: Label;
  /** How many samples it has. */
  readonly size: number;
  /** The mean of its samples. */
  readonly mean: readonly number[];
  /** The sum of the squared distances of its samples from their mean. */
  readonly dispersion: number;
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkClusterMomentsSnapshot(value: unknown): ClusterMomentsSnapshot {
  const snapshot = checkSnapshot<ClusterMomentsSnapshot>(WHAT, clusterMomentsSchema(), value);
  const { features, clusters } = snapshot;
  const odd = clusters.find(({ mean }) => mean.length !== features);
  if (odd) throw damagedSnapshot(WHAT, `a mean has ${odd.mean.length} of ${features} values`);
  const labels = clusters.map(({ label }) => label);
  if (new Set(labels).size !== labels.length) {
    throw damagedSnapshot(WHAT, 'two clusters have the same label');
  }
  if (new Set(labels.map((label) => typeof label)).size > 1) {
    throw damagedSnapshot(WHAT, 'labels are of more than one kind');
  }
  return snapshot;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const clusterMomentsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const whole = number.check(z.int({ error }));
  return z.strictObject({
    kind: z.literal('ClusterMoments', { error: 'expected "ClusterMoments"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    features: whole.check(z.nonnegative({ error })),
    exponent: z.optional(whole.check(z.minimum(-1024, { error }), z.maximum(1074, { error }))),
    clusters: z.array(
      z.strictObject({
        label: z.union([whole, z.string(), z.boolean()], { error: 'expected a label' }),
        size: whole.check(z.positive({ error })),
        mean: z.array(number),
        dispersion: number.check(z.nonnegative({ error })),
      }),
    ),
  });
});
