import type { ChartedScore } from '../charts/scoreParts.ts';
import type { ClusterSilhouettes } from '../charts/silhouettePart.ts';
import type { VegaLiteSpec } from '../charts/vegaLiteSpec.ts';
import type { MutualInfoTest } from '../functional/information/discrete/mutualInfoTest.ts';
import type { SilhouetteDistance } from '../functional/clustering/silhouetteOptions.ts';
import { labelOptions, type LabelOptions } from '../inputs/labelOptions.ts';
import { countOf } from '../inputs/countOf.ts';
import type { ClusterMoments } from '../state/moments/clusterMoments.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { anyCheck, countCheck, seedCheck, oneOfCheck, textCheck } from '../inputs/optionCheck.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { classFacts, clusterFacts, sizeFacts } from './clusterFacts.ts';
import { reportChart } from './reportCharts.ts';
import type { ClassFacts, ClusterFacts, ReportFacts } from './reportFacts.ts';
import { reportMarkdown } from './reportMarkdown.ts';
import { reportPage } from './reportPage.ts';
import { checkReportSnapshot, reportSnapshot, type ReportSnapshot } from './reportSnapshot.ts';
import { readSources, type ReportInputs, type ReportSources } from './reportSources.ts';
import { reportText } from './reportText.ts';
import { leftOutWarning, reportWarnings } from './reportWarnings.ts';
import { scoreShape } from './shapeScores.ts';
import { scoreTableCells } from './tableScores.ts';

/** What {@link clusteringReport} is made of and how. */
export interface ClusteringReportOptions extends ReportInputs, Pick<LabelOptions, 'ignoreLabel'> {
  /** What stands above the report. */
  readonly title?: string | undefined;
  /** How many tables to draw for intervals; 1000 when left out, fewer for large tables. */
  readonly draws?: number | undefined;
  /** So many samples, chosen at random, are compared with each other; 10,000 when left out. */
  readonly maxSamples?: number | undefined;
  /** How silhouettes measure distances; `'euclidean'` when left out. */
  readonly metric?: Exclude<SilhouetteDistance, 'minkowski' | 'precomputed'> | undefined;
  /** Number of samples that were left out before, such as rows with missing values. Default: 0. */
  readonly leftOut?: number | undefined;
  /** The seed of all draws, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
}

const reportOptions = /* @__PURE__ */ defineOptions<ClusteringReportOptions>('clusteringReport', () => {
  const any = anyCheck();
  return {
    ...{ preds: any, target: any, data: any, table: any, samples: any, moments: any },
    metrics: any,
    ignoreLabel: labelOptions.checks().ignoreLabel,
    title: textCheck(),
    leftOut: countCheck(0),
    draws: countCheck(2),
    maxSamples: countCheck(2),
    metric: oneOfCheck(['euclidean', 'sqeuclidean', 'manhattan', 'cosine', 'chebyshev']),
    seed: seedCheck(),
  };
});

/**
 * How good a clustering is, how sure that is, and where it is wrong.
 *
 * With classes (`target`): all scores of two labelings, each with a `bootstrapInterval` and what chance gives,
 * and `mutualInfoTest`. With samples (`data`): silhouettes, Calinski–Harabasz, Davies–Bouldin and Dunn. Labels
 * and samples can be handed in, or what was gathered of them: a `ContingencyTable`, a `LabeledSampleBuffer`,
 * `ClusterMoments`, or metrics that have streamed.
 *
 * @param options - what it is made of, `preds` and `target` as `[N]` and `data` as `[N, d]`, and how.
 * @returns scores, clusters, classes and warnings as plain data, and as text, Markdown, JSON, charts or a page.
 * @throws {@link MetricInputError} when an input or option is not as described, or nothing is there to score.
 * @see N. X. Vinh, J. Epps and J. Bailey, JMLR 11 (2010) 2837–2854, of what chance gives.
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { clusteringReport } from 'tfjs-metrics/report';
 *
 * const table = ContingencyTable.fromMatrix([[45, 5], [12, 38]], { targetLabels: ['cat', 'dog'] });
 * const report = clusteringReport({ table, title: 'Pets' });
 * report.scores[0]; // { name: 'adjustedRandScore', value: 0.43, range: [-0.5, 1], higherIsBetter: true, interval: [0.2325, 0.6403], baseline: 0 }
 * report.clusters[0]; // { label: 0, size: 57, share: 0.57, purity: 0.7895, dominantClass: 'cat', entropy: 0.5147 }
 * report.warnings; // []
 * report.toString().split('\n', 1)[0]; // 'Pets'
 * ```
 */
export function clusteringReport(options: ClusteringReportOptions): ClusteringReport {
  const read = reportOptions(options);
  const { title = 'Clustering', draws, maxSamples = 10_000, metric = 'euclidean', seed = 0, leftOut = 0 } = read;
  const sources = readSources(read);
  const { ignoreLabel } = read;
  const table = ignoreLabel === undefined ? sources.table : sources.table?.without(ignoreLabel);
  const ofTable = table && scoreTableCells(table, { draws, seed });
  const shape = scoreShape(sources, { ignoreLabel, metric, maxSamples, seed });
  // What has no table has moments.
  const clusters = (table ? clusterFacts(table) : momentFacts(sources.moments!, ignoreLabel)).map(
    (facts): ClusterFacts => {
      const silhouette = shape.means.get(facts.label);
      return silhouette === undefined ? facts : { ...facts, silhouette };
    },
  );
  const classes = table ? classFacts(table) : [];
  const samples = clusters.reduce((sum, { size }) => sum + size, 0);
  const ignored = sizeOf(sources) - samples;
  return new ClusteringReport({
    title,
    samples,
    scores: [...(ofTable?.scores ?? []), ...shape.scores],
    mutualInfoTest: ofTable?.test,
    warnings: [...leftOutWarning(samples, ignored, leftOut), ...reportWarnings(clusters, classes, ofTable?.test)],
    notes: [
      ...(ofTable?.notes ?? []),
      ...shape.notes,
      ...(ignored > 0
        ? [
            `${countOf(ignored, 'sample', 'samples', ignored.toLocaleString('en-US'))} with labels to ignore ${ignored === 1 ? 'is' : 'are'} left out.`,
          ]
        : []),
    ],
    clusters,
    classes,
    table,
    silhouettes: shape.silhouettes,
  });
}

/** Number of samples, also of those with labels to ignore. */
function sizeOf({ table, moments }: ReportSources): number {
  return table?.n ?? moments!.clusters.reduce((sum, { size }) => sum + size, 0);
}

function momentFacts(moments: ClusterMoments, ignoreLabel: LabelOptions['ignoreLabel']): ClusterFacts[] {
  const ignored = new Set([ignoreLabel ?? []].flat());
  return sizeFacts(moments.clusters.filter(({ label }) => !ignored.has(label)));
}

/**
 * What {@link clusteringReport} found: plain data, and its forms.
 *
 * @example
 * ```ts
 * import { clusteringReport, ClusteringReport } from 'tfjs-metrics/report';
 *
 * const report = clusteringReport({ preds: [0, 0, 1, 1], data: [0, 1, 8, 9] });
 * const saved = JSON.stringify(report);
 * ClusteringReport.fromJSON(JSON.parse(saved)).scores[0]!.value; // 0.8745
 * ```
 */
export class ClusteringReport implements ReportFacts {
  /** What stands above it. */
  readonly title: string;
  /** How many samples were scored, or the sum of their weights. */
  readonly samples: number;
  /** Each score with its range, and its 95 % interval and chance value where they are known. */
  readonly scores: readonly ChartedScore[];
  /** Mutual information beside what chance gives, with a p-value; undefined where samples can't be shuffled. */
  readonly mutualInfoTest: MutualInfoTest | undefined;
  /** What to look at, in words. */
  readonly warnings: readonly string[];
  /** How the numbers were made, in words. */
  readonly notes: readonly string[];
  /** The clusters, by ascending label. */
  readonly clusters: readonly ClusterFacts[];
  /** The classes, by ascending label; none where classes are not known. */
  readonly classes: readonly ClassFacts[];
  /** How often each cluster meets each class. */
  readonly table: ContingencyTable | undefined;
  /** The silhouettes of the samples of each cluster, from the largest down: at most about 10,000, evenly chosen. */
  readonly silhouettes: readonly ClusterSilhouettes[] | undefined;

  /** Made by {@link clusteringReport}. */
  constructor(facts: ReportFacts) {
    this.title = facts.title;
    this.samples = facts.samples;
    this.scores = facts.scores;
    this.mutualInfoTest = facts.mutualInfoTest;
    this.warnings = facts.warnings;
    this.notes = facts.notes ?? [];
    this.clusters = facts.clusters;
    this.classes = facts.classes;
    this.table = facts.table;
    this.silhouettes = facts.silhouettes;
  }

  /**
   * Restores a report from what {@link ClusteringReport.toJSON} made.
   *
   * @throws {@link MetricStateError} when it is damaged, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): ClusteringReport {
    return new ClusteringReport(checkReportSnapshot(snapshot));
  }

  /** Text for a terminal: aligned, of bounded length, and without characters that would control it. */
  toString(): string {
    return reportText(this);
  }

  /** A document in Markdown, with labels escaped. */
  toMarkdown(): string {
    return reportMarkdown(this);
  }

  /** A plain object, for {@link ClusteringReport.fromJSON}. */
  toJSON(): ReportSnapshot {
    return reportSnapshot(this);
  }

  /** All charts below each other, as one Vega-Lite specification. */
  toVegaLite(): VegaLiteSpec {
    return reportChart(this);
  }

  /**
   * A page that stands for itself, light and dark, for screens and paper: no script, nothing fetched.
   *
   * @throws Error that says what to install, where the peers `vega` and `vega-lite` are missing.
   */
  toHTML(): Promise<string> {
    return reportPage(this);
  }
}
