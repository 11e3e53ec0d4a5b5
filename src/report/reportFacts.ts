import type { ChartedScore } from '../charts/scoreParts.ts';
import type { ClusterSilhouettes } from '../charts/silhouettePart.ts';
import type { MutualInfoTest } from '../functional/information/discrete/mutualInfoTest.ts';
import type { Label } from '../inputs/labels.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/** A cluster, as a page shows it. */
export interface ClusterFacts {
  /** Its name. */
  readonly label: Label;
  /** How many samples it has, or the sum of their weights. */
  readonly size: number;
  /** Its size over that of all. */
  readonly share: number;
  /** Of its classes, where classes are known. */
  readonly purity?: number | undefined;
  /** The commonest of its classes. */
  readonly dominantClass?: Label | undefined;
  /** Entropy of its classes, in nats. */
  readonly entropy?: number | undefined;
  /** The mean silhouette of its samples, where samples are known. */
  readonly silhouette?: number | undefined;
}

/** A class, as a page shows it. */
export interface ClassFacts {
  /** Its name. */
  readonly label: Label;
  /** How many samples it has, or the sum of their weights. */
  readonly size: number;
  /** The share of its members in the cluster that has most of them. */
  readonly recall: number;
  /** Where its members went, the largest part first. */
  readonly members: readonly {
    /** The name of a cluster. */
    readonly cluster: Label;
    /** How many of them are in it. */
    readonly count: number;
  }[];
}

/** All that a page says of a clustering. */
export interface ReportFacts {
  readonly title: string;
  readonly samples: number;
  readonly scores: readonly ChartedScore[];
  /** Mutual information beside what chance gives. */
  readonly mutualInfoTest?: MutualInfoTest | undefined;
  readonly warnings: readonly string[];
  /** How the numbers were made, in words. */
  readonly notes?: readonly string[] | undefined;
  readonly clusters: readonly ClusterFacts[];
  readonly classes: readonly ClassFacts[];
  readonly table?: ContingencyTable | undefined;
  readonly silhouettes?: readonly ClusterSilhouettes[] | undefined;
}
