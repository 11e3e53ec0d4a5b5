import type { ChartedScore } from '../../charts/scoreParts.ts';
import type { ClusterSilhouettes } from '../../charts/silhouettePart.ts';
import { CalinskiHarabaszScore } from '../../clustering/samples/calinskiHarabaszScore.ts';
import { DaviesBouldinScore } from '../../clustering/samples/daviesBouldinScore.ts';
import { DunnIndex } from '../../clustering/samples/dunnIndex.ts';
import { SilhouetteScore } from '../../clustering/samples/silhouetteScore.ts';
import { calinskiHarabaszScore } from '../../functional/clustering/samples/calinskiHarabaszScore.ts';
import { daviesBouldinScore } from '../../functional/clustering/samples/daviesBouldinScore.ts';
import { dunnIndex } from '../../functional/clustering/samples/dunnIndex.ts';
import { silhouettes, type ResolvedDistance } from '../../functional/clustering/samples/silhouettes.ts';
import { clusterCountProblem } from '../../functional/sampleArguments.ts';
import type { Label } from '../../inputs/labels.ts';
import { clusterSamples, type ClusteredSamples } from '../../state/samples/clusteredSamples.ts';
import { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import { describeScore, type ScoreClass } from '../scores/describeScore.ts';
import type { ReportSources } from './reportSources.ts';
import { mean } from '../../numeric/mean.ts';
import { countText } from '../document/countText.ts';

/** Scores of samples in a report, in display order. */
export const SHAPE_SCORES: readonly ScoreClass[] = [
  SilhouetteScore,
  CalinskiHarabaszScore,
  DaviesBouldinScore,
  DunnIndex,
];

/** Approximate maximum number of silhouettes kept for the plot. */
const MAX_PLOTTED = 10_000;

/** Scores and silhouettes computed from samples. */
interface ScoredShape {
  readonly scores: readonly ChartedScore[];
  readonly silhouettes?: readonly ClusterSilhouettes[] | undefined;
  /** Mean silhouette of each cluster. */
  readonly means: ReadonlyMap<Label, number>;
  readonly notes: readonly string[];
}

/** Options for {@link scoreShape}. */
interface ShapeOptions {
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  readonly metric: ResolvedDistance;
  readonly maxSamples: number;
  readonly seed: number;
}

/** Computes all scores of samples that the given states allow. */
export function scoreShape({ samples, moments }: ReportSources, options: ShapeOptions): ScoredShape {
  const { ignoreLabel } = options;
  const scores: ChartedScore[] = [];
  const notes: string[] = [];
  const plot = samples && silhouettePlot(samples, options, scores, notes);
  if (moments) scores.push(describeScore(CalinskiHarabaszScore, calinskiHarabaszScore(moments, { ignoreLabel })));
  if (samples) {
    scores.push(
      describeScore(DaviesBouldinScore, daviesBouldinScore(samples, { ignoreLabel })),
      describeScore(DunnIndex, dunnIndex(samples, { ignoreLabel })),
    );
  }
  return { scores, means: new Map(), ...plot, notes };
}

function silhouettePlot(
  samples: LabeledSampleBuffer,
  { ignoreLabel, metric, maxSamples, seed }: ShapeOptions,
  scores: ChartedScore[],
  notes: string[],
): Pick<ScoredShape, 'silhouettes' | 'means'> | undefined {
  const kept = samples.labeled();
  let chosen = kept;
  if (kept.samples.n > maxSamples) {
    const choice = new LabeledSampleBuffer({ maxSamples, seed });
    choice.add(kept);
    chosen = choice.labeled();
  }
  const clustered = clusterSamples(chosen, ignoreLabel);
  const problem = clusterCountProblem(clustered.sizes.length, clustered.n);
  if (problem !== undefined) {
    scores.push(describeScore(SilhouetteScore, NaN));
    notes.push(`The silhouette is undefined: ${problem}.`);
    return undefined;
  }
  if (chosen.samples.n < samples.seen) {
    const [few, all] = [chosen.samples.n, samples.seen].map(countText);
    notes.push(`Silhouettes are computed from a uniform random subset of ${few} of the ${all} samples.`);
  }
  if (kept.samples.n < samples.seen) {
    notes.push(
      `The Davies–Bouldin and Dunn indices are computed from the ${countText(kept.samples.n)} samples that were kept.`,
    );
  }
  const values = silhouettes(clustered, metric);
  scores.push(describeScore(SilhouetteScore, mean(values)));
  const byCluster = valuesByCluster(values, clustered);
  const { clusterLabels } = clustered;
  const share = Math.min(1, MAX_PLOTTED / values.length);
  return {
    means: new Map(clusterLabels.map((label, k) => [label, mean(byCluster[k]!)])),
    silhouettes: clusterLabels.map((label, k) => ({
      label,
      values: thinned(byCluster[k]!, share),
    })),
  };
}

function valuesByCluster(values: Float64Array, { cluster, sizes }: ClusteredSamples): Float64Array[] {
  const groups = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(sizes.length);
  values.forEach((value, i) => {
    const k = cluster[i]!;
    groups[k]![filled[k]!++] = value;
  });
  return groups;
}

/** Picks a share of the values at evenly spaced ranks, in descending order, rounded to four decimals. */
function thinned(values: Float64Array, share: number): number[] {
  const sorted = values.slice().sort().reverse();
  const kept = Math.max(1, Math.round(sorted.length * share));
  return Array.from({ length: kept }, (_, i) => {
    return Math.round(sorted[Math.floor(((i + 0.5) * sorted.length) / kept)]! * 1e4) / 1e4;
  });
}
