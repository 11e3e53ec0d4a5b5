import type { Label, LabelKind, Labels } from '../../inputs/labels.ts';
import { checkLabeledSamples, type LabeledSamples } from '../../inputs/labeledSamples.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { requireLabelKind } from '../../inputs/requireLabelKind.ts';
import type { Samples } from '../../inputs/samples.ts';
import { checkClusterMomentsSnapshot, type ClusterMomentsSnapshot } from './clusterMomentsSnapshot.ts';
import { timesPower } from '../../numeric/kernels/scalingExponent.ts';
import { clusterSamples, momentsOf } from '../samples/clusteredSamples.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';

/** Moments of one cluster. */
export interface ClusterMoment {
  /** The label of the cluster. */
  readonly label: Label;
  /** Number of samples. */
  readonly size: number;
  /** Mean of the samples, `[d]`. */
  readonly mean: Float64Array;
  /** Sum of the squared Euclidean distances of the samples from their mean. */
  readonly dispersion: number;
}

/**
 * Size, mean and dispersion of each cluster: sufficient statistics for scores such as Calinski–Harabasz. Memory depends
 * on the number of clusters and features, not on the number of samples.
 *
 * Each batch is centered on its own means. Moments are merged with the pairwise update of T. F. Chan, G. H. Golub and
 * R. J. LeVeque, The American Statistician 37 (1983), so a constant offset of the data does not increase the rounding
 * error.
 *
 * @example
 * ```ts
 * import { ClusterMoments } from 'tfjs-metrics';
 *
 * const moments = ClusterMoments.of(
 *   [
 *     [0, 0],
 *     [2, 0],
 *     [5, 5],
 *   ],
 *   ['a', 'a', 'b'],
 * );
 * moments.n; // 3
 * moments.clusters[0];
 * // => { label: 'a', size: 2, mean: Float64Array [1, 0], dispersion: 2 }
 * ```
 */
export class ClusterMoments implements MetricState<ClusterMoments> {
  #features: number | undefined;
  /** Means are stored times 2^exponent, dispersions times 4^exponent. Infinity while all values are 0. */
  #exponent = Infinity;
  #kind: LabelKind | undefined;
  #clusters = new Map<Label, ClusterMoment>();

  /**
   * Computes the moments of clustered samples.
   *
   * @throws {@link MetricInputError} if a value or label is invalid.
   */
  static of(data: Samples, labels: Labels): ClusterMoments {
    return new ClusterMoments().add(data, labels);
  }

  /**
   * Adds samples with their cluster labels.
   *
   * @returns these moments.
   * @throws {@link MetricInputError} if a value or label is invalid, or the number of features differs from earlier
   * batches. The moments are not modified.
   */
  add(data: Samples, labels: Labels): this {
    this.addChecked(checkLabeledSamples(data, labels));
    return this;
  }

  /** Adds checked samples. */
  addChecked(labeled: LabeledSamples): void {
    if (labeled.samples.n === 0) return;
    this.#requireAlike(labeled.samples.d, labeled.labels.kind);
    this.#features = labeled.samples.d;
    this.#kind = labeled.labels.kind;
    const clustered = clusterSamples(labeled, undefined);
    const shift = this.#align(clustered.exponent);
    const { d, clusterLabels, sizes } = clustered;
    const { means, dispersions } = momentsOf(clustered);
    clusterLabels.forEach((label, k) => {
      const mean = means.slice(k * d, (k + 1) * d);
      this.#join(rescaled({ label, size: sizes[k]!, mean, dispersion: dispersions[k]! }, shift));
    });
  }

  /** Total number of samples. */
  get n(): number {
    let n = 0;
    for (const { size } of this.#clusters.values()) n += size;
    return n;
  }

  /** The clusters, by ascending label. A dispersion that overflows is Infinity, one that underflows is 0. */
  get clusters(): ClusterMoment[] {
    return this.scaledClusters.map((moment) => rescaled(moment, -this.#exponent));
  }

  /** The clusters, by ascending label, scaled by a power of two so that squares neither overflow nor underflow. */
  get scaledClusters(): ClusterMoment[] {
    return [...this.#clusters.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
  }

  /** @throws {@link MetricInputError} if `other` has another number of features or another kind of label. */
  checkMerge(other: ClusterMoments): void {
    requireState(other, ClusterMoments, 'ClusterMoments');
    if (other.#features === undefined) return;
    this.#requireAlike(other.#features, other.#kind);
  }

  /** Adds the samples of other moments, which are not modified. */
  merge(other: ClusterMoments): void {
    this.checkMerge(other);
    if (other.#features === undefined) return;
    this.#features = other.#features;
    this.#kind = other.#kind;
    const added = [...other.#clusters.values()];
    const shift = this.#align(other.#exponent);
    for (const moment of added) this.#join(rescaled(moment, shift));
  }

  /** Returns an independent copy. */
  clone(): ClusterMoments {
    const copy = new ClusterMoments();
    copy.merge(this);
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link ClusterMoments.fromJSON}. */
  toJSON(): ClusterMomentsSnapshot {
    return {
      kind: 'ClusterMoments',
      version: 1,
      features: this.#features ?? 0,
      ...(this.#exponent === 0 || this.#exponent === Infinity ? {} : { exponent: this.#exponent }),
      clusters: this.scaledClusters.map(({ mean, ...rest }) => ({
        ...rest,
        mean: Array.from(mean),
      })),
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): ClusterMoments {
    const { features, clusters, exponent } = checkClusterMomentsSnapshot(value);
    const moments = new ClusterMoments();
    if (clusters.length === 0) return moments;
    moments.#features = features;
    const isZero = clusters.every((of) => of.dispersion === 0 && of.mean.every((v) => v === 0));
    moments.#exponent = exponent ?? (isZero ? Infinity : 0);
    moments.#kind = typeof clusters[0]!.label as LabelKind;
    for (const { mean, ...rest } of clusters) {
      moments.#clusters.set(rest.label, { ...rest, mean: Float64Array.from(mean) });
    }
    return moments;
  }

  #requireAlike(features: number, kind: LabelKind | undefined): void {
    requireLabelKind(this.#kind, kind, 'labels');
    if (this.#features === undefined || this.#features === features) return;
    throw new MetricInputError(`data: expected ${this.#features} features, as in earlier batches, got ${features}`);
  }

  /**
   * Rescales the stored moments if the values to add are larger.
   *
   * @returns the exponent of the power of two that brings the values to add to the same scale.
   */
  #align(exponent: number): number {
    const common = Math.min(this.#exponent, exponent);
    if (common < this.#exponent) {
      const shift = common - this.#exponent;
      this.#clusters.forEach((moment, label) => this.#clusters.set(label, rescaled(moment, shift)));
      this.#exponent = common;
    }
    return common === exponent ? 0 : common - exponent;
  }

  #join(added: ClusterMoment): void {
    const known = this.#clusters.get(added.label);
    if (known === undefined) {
      this.#clusters.set(added.label, added);
      return;
    }
    const size = known.size + added.size;
    let distance = 0;
    const mean = known.mean.map((value, j) => {
      const difference = added.mean[j]! - value;
      distance += difference * difference;
      return value + difference * (added.size / size);
    });
    const between = distance * known.size * (added.size / size);
    const dispersion = known.dispersion + added.dispersion + between;
    this.#clusters.set(added.label, { label: known.label, size, mean, dispersion });
  }
}

function rescaled(moment: ClusterMoment, exponent: number): ClusterMoment {
  if (exponent === 0 || !Number.isFinite(exponent)) return moment;
  return {
    ...moment,
    mean: moment.mean.map((value) => timesPower(value, exponent)),
    dispersion: timesPower(timesPower(moment.dispersion, exponent), exponent),
  };
}
