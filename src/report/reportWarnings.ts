import { labelText, othersText } from '../charts/labelText.ts';
import type { MutualInfoTest } from '../functional/information/discrete/mutualInfoTest.ts';
import type { Label } from '../inputs/labels.ts';
import type { ClassFacts, ClusterFacts } from './reportFacts.ts';

/** A cluster with fewer samples is too small to tell anything. */
const LEAST_SAMPLES = 5;
/** Share of samples that may be left out without a warning. */
const MOST_LEFT_OUT = 0.05;
/** So many labels are named. */
const MOST_NAMED = 5;
/** What clusterings by density call the samples that they leave out. */
const NOISE: ReadonlySet<Label> = new Set<Label>([-1, '-1', 'noise']);

/** What to look at, in words. */
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
      ? ['The clusters tell no more of the classes than chance would.']
      : []),
  ];
}

/** A warning if more than 5 % of the samples are left out. */
export function leftOutWarning(samples: number, ignored: number, leftOut: number): string[] {
  const share = (ignored + leftOut) / (samples + ignored + leftOut);
  if (!(share > MOST_LEFT_OUT)) return [];
  const parts = [
    ...(leftOut > 0 ? [`${leftOut.toLocaleString('en-US')} with missing values`] : []),
    ...(ignored > 0 ? [`${ignored.toLocaleString('en-US')} with labels to ignore`] : []),
  ];
  return [`${(100 * share).toFixed(1)} % of the samples are left out: ${parts.join(', ')}.`];
}

function giantCluster(clusters: readonly ClusterFacts[], classes: readonly ClassFacts[]): string[] {
  if (clusters.length === 1) return ['There is one cluster only.'];
  const n = classes.reduce((sum, { size }) => sum + size, 0);
  const largestClass = classes.reduce((most, { size }) => Math.max(most, size / n), 0);
  // Of two clusters one has half of the samples always, and a giant class is a giant cluster by right.
  const most = Math.max(clusters.length === 2 ? 0.9 : 0.5, 1.25 * largestClass);
  return clusters
    .filter(({ share }) => share > most)
    .map(({ label, share }) => `Cluster ${name(label)} holds ${(100 * share).toFixed(1)} % of all samples.`);
}

function smallClusters(clusters: readonly ClusterFacts[]): string[] {
  const small = clusters.filter(({ size }) => size < LEAST_SAMPLES);
  if (small.length === 0) return [];
  const have = small.length === 1 ? '1 cluster has' : `${small.length.toLocaleString('en-US')} clusters have`;
  return [`${have} fewer than ${LEAST_SAMPLES} samples: ${names(small)}.`];
}

/** Classes more than half of whose members lie in one and the same cluster. */
function mergedClasses(classes: readonly ClassFacts[]): string[] {
  const inCluster = new Map<Label, ClassFacts[]>();
  for (const of of classes) {
    if (of.recall <= 0.5) continue;
    const cluster = of.members[0]!.cluster;
    inCluster.set(cluster, [...(inCluster.get(cluster) ?? []), of]);
  }
  const merged = [...inCluster].filter(([, together]) => together.length > 1);
  const said = merged.slice(0, MOST_NAMED).map(([cluster, together]) => {
    return `Classes ${names(together)} are merged in cluster ${name(cluster)}.`;
  });
  const rest = merged.length - said.length;
  return rest > 0 ? [...said, `Classes are merged in ${othersText(rest)} too.`] : said;
}

function misplacedClusters(clusters: readonly ClusterFacts[]): string[] {
  const misplaced = clusters.filter(({ silhouette = 0 }) => silhouette < 0);
  if (misplaced.length === 0) return [];
  return [
    `On average, samples lie nearer to another cluster than to their own in ${misplaced.length === 1 ? 'cluster' : 'clusters'} ${names(misplaced)}.`,
  ];
}

function noiseLabels(clusters: readonly ClusterFacts[]): string[] {
  return clusters
    .filter(({ label }) => NOISE.has(label))
    .map(
      ({ label, share }) =>
        `Label ${name(label)}, which stands for noise in clusterings by density, is scored as a cluster (${(100 * share).toFixed(1)} % of all samples); the option "ignoreLabel" leaves it out.`,
    );
}

function names(of: readonly { readonly label: Label }[]): string {
  const named = of.slice(0, MOST_NAMED).map(({ label }) => name(label));
  const rest = of.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${othersText(rest)}`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)!}`;
}

function name(label: Label): string {
  return labelText(label, 40);
}
