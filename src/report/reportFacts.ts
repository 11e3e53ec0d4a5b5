import type { ChartedScore } from '../charts/scoreParts.ts';
import type { ClusterSilhouettes } from '../charts/silhouettePart.ts';
import type { MutualInfoTest } from '../functional/clustering/mutualInfoTest.ts';
import type { Label } from '../inputs/labels.ts';
import type { ContingencyTable } from '../state/contingencyTable.ts';

/** A cluster, as a page shows it. */
export interface ClusterFacts {
  readonly label: Label;
  readonly size: number;
  readonly share: number;
  /** Of its classes, where classes are known. */
  readonly purity?: number | undefined;
  readonly dominantClass?: Label | undefined;
  readonly entropy?: number | undefined;
  readonly silhouette?: number | undefined;
}

/** A class, as a page shows it. */
export interface ClassFacts {
  readonly label: Label;
  readonly size: number;
  readonly recall: number;
  /** Where its members went, the largest part first. */
  readonly members: readonly { readonly cluster: Label; readonly count: number }[];
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
