import type { ClusterSilhouettes } from '../../charts/silhouettePart.ts';
import type { MutualInfoTest } from '../../functional/nominal/mutualInfoTest.ts';
import type { Label } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { ReportFacts } from '../document/reportFacts.ts';

/** Properties of a cluster in a report. */
export interface ClusterFacts {
  /** Label of the cluster. */
  readonly label: Label;
  /** Number of samples, or the sum of their weights. */
  readonly size: number;
  /** Fraction of all samples. */
  readonly share: number;
  /** Share of the most common class, if classes are known. */
  readonly purity?: number | undefined;
  /** Most common class, if classes are known. */
  readonly dominantClass?: Label | undefined;
  /** Entropy of the classes in the cluster, in nats, if classes are known. */
  readonly entropy?: number | undefined;
  /** Mean silhouette of the samples in the cluster, if samples are known. */
  readonly silhouette?: number | undefined;
}

/** Properties of a class in a report. */
export interface ClassFacts {
  /** Label of the class. */
  readonly label: Label;
  /** Number of samples, or the sum of their weights. */
  readonly size: number;
  /** Fraction of the members of the class that are in the cluster with most of them. */
  readonly recall: number;
  /** Clusters that contain members of the class, by descending count. */
  readonly members: readonly {
    /** Label of the cluster. */
    readonly cluster: Label;
    /** Number of members in the cluster, or the sum of their weights. */
    readonly count: number;
  }[];
}

/** Contents of a report. */
export interface ClusteringFacts extends Omit<ReportFacts, 'notes'> {
  /** Number of samples scored, or the sum of their weights. */
  readonly samples: number;
  /** Test of the mutual information against chance. */
  readonly mutualInfoTest?: MutualInfoTest | undefined;
  /** Sentences on how the numbers were computed. */
  readonly notes?: readonly string[] | undefined;
  /** Clusters, by ascending label. */
  readonly clusters: readonly ClusterFacts[];
  /** Classes, by ascending label; empty if classes are not known. */
  readonly classes: readonly ClassFacts[];
  readonly table?: ContingencyTable | undefined;
  readonly silhouettes?: readonly ClusterSilhouettes[] | undefined;
}
