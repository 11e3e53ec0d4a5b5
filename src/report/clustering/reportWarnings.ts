import { othersText } from '../../charts/labelText.ts';
import type { MutualInfoTest } from '../../functional/nominal/mutualInfoTest.ts';
import type { Label } from '../../inputs/labels.ts';
import { labelName, labelNames, MAX_NAMED } from '../document/labelNames.ts';
import type { ClassFacts, ClusterFacts } from './clusteringFacts.ts';
import { countText } from '../document/countText.ts';
import { percent } from '../document/reportTable.ts';

/** Minimum size of a cluster without a warning. */
const MIN_SAMPLES = 5;
/** Labels that density-based clustering gives to noise. */
const NOISE: ReadonlySet<Label> = new Set<Label>([-1, '-1', 'noise']);

/** Returns warnings about a clustering, as sentences. */
export function reportWarnings(
  clusters: readonly ClusterFacts[],
  classes: readonly ClassFacts[],
  test?: MutualInfoTest,
): string[] {
  return [
    ...giantCluster(clusters, classes),
    ...smallClusters(clusters),
    ...mergedClasses(classes),
    ...misplacedClusters(clusters),
    ...noiseLabels(clusters),
    ...(test && test.pValue > 0.05 && clusters.length > 1 && classes.length > 1
      ? ['The clusters do not predict the classes significantly better than chance (p > 0.05).']
      : []),
  ];
}

function giantCluster(clusters: readonly ClusterFacts[], classes: readonly ClassFacts[]): string[] {
  if (clusters.length === 1) return ['There is only one cluster.'];
  const n = classes.reduce((sum, { size }) => sum + size, 0);
  const largestClass = classes.reduce((most, { size }) => Math.max(most, size / n), 0);
  // One of two clusters always holds at least half of the samples, and a dominant class justifies a dominant cluster.
  const most = Math.max(clusters.length === 2 ? 0.9 : 0.5, 1.25 * largestClass);
  return clusters
    .filter(({ share }) => share > most)
    .map(({ label, share }) => `Cluster ${labelName(label)} holds ${percent(share)} of all samples.`);
}

function smallClusters(clusters: readonly ClusterFacts[]): string[] {
  const small = clusters.filter(({ size }) => size < MIN_SAMPLES);
  if (small.length === 0) return [];
  const have = small.length === 1 ? '1 cluster has' : `${countText(small.length)} clusters have`;
  return [`${have} fewer than ${MIN_SAMPLES} samples: ${labelNames(small)}.`];
}

/** Finds classes that share a cluster with more than half of the members of each. */
function mergedClasses(classes: readonly ClassFacts[]): string[] {
  const inCluster = new Map<Label, ClassFacts[]>();
  for (const of of classes) {
    if (of.recall <= 0.5) continue;
    const cluster = of.members[0]!.cluster;
    inCluster.set(cluster, [...(inCluster.get(cluster) ?? []), of]);
  }
  const merged = [...inCluster].filter(([, together]) => together.length > 1);
  const warnings = merged.slice(0, MAX_NAMED).map(([cluster, together]) => {
    return `Classes ${labelNames(together)} are merged in cluster ${labelName(cluster)}.`;
  });
  const rest = merged.length - warnings.length;
  return rest > 0 ? [...warnings, `Classes are merged in ${othersText(rest)} too.`] : warnings;
}

function misplacedClusters(clusters: readonly ClusterFacts[]): string[] {
  const misplaced = clusters.filter(({ silhouette = 0 }) => silhouette < 0);
  if (misplaced.length === 0) return [];
  return [
    `Samples are on average closer to another cluster than to their own in ${misplaced.length === 1 ? 'cluster' : 'clusters'} ${labelNames(misplaced)}.`,
  ];
}

function noiseLabels(clusters: readonly ClusterFacts[]): string[] {
  return clusters
    .filter(({ label }) => NOISE.has(label))
    .map(
      ({ label, share }) =>
        `Label ${labelName(label)}, which density-based clustering uses for noise, is scored as a cluster (${percent(share)} of all samples); the option "ignoreLabel" leaves it out.`,
    );
}
