import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'cluster moments';

/** Snapshot of cluster moments. */
export interface ClusterMomentsSnapshot {
  /** Snapshot type. */
  readonly kind: 'ClusterMoments';
  /** Format version. */
  readonly version: 1;
  /** Number of values per sample; 0 before the first sample. */
  readonly features: number;
  /** Means are stored times 2^exponent, dispersions times 4^exponent. Default: 0. */
  readonly exponent?: number | undefined;
  /** The clusters, by ascending label. */
  readonly clusters: readonly ClusterMomentSnapshot[];
}

/** Snapshot of one cluster. */
interface ClusterMomentSnapshot {
  /** The label of the cluster. */
  readonly label: Label;
  /** Number of samples. */
  readonly size: number;
  /** Mean of the samples. */
  readonly mean: readonly number[];
  /** Sum of the squared distances of the samples from their mean. */
  readonly dispersion: number;
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkClusterMomentsSnapshot(value: unknown): ClusterMomentsSnapshot {
  const snapshot = checkSnapshot<ClusterMomentsSnapshot>(WHAT, clusterMomentsSchema(), value);
  const { features, clusters } = snapshot;
  const invalid = clusters.find(({ mean }) => mean.length !== features);
  if (invalid) throw damagedSnapshot(WHAT, `expected means of ${features} values, got one of ${invalid.mean.length}`);
  const labels = clusters.map(({ label }) => label);
  if (new Set(labels).size !== labels.length) {
    throw damagedSnapshot(WHAT, 'expected clusters with distinct labels, got a duplicate');
  }
  if (new Set(labels.map((label) => typeof label)).size > 1) {
    throw damagedSnapshot(WHAT, 'expected labels of one kind, got several kinds');
  }
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
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
