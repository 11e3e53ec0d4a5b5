import { ignoredLabels } from '../../inputs/ignoredLabels.ts';
import type { ClusterSilhouettes } from '../../charts/silhouettePart.ts';
import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import type { MutualInfoTest } from '../../functional/nominal/mutualInfoTest.ts';
import type { SilhouetteDistance } from '../../functional/clustering/samples/silhouetteOptions.ts';
import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { ClusterMoments } from '../../state/moments/clusterMoments.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import {
  anyCheck,
  countCheck,
  seedCheck,
  oneOfCheck,
  textCheck,
  unfittingOption,
} from '../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { ignoredNote, leftOutWarning } from '../document/leftOutWarning.ts';
import { Report } from '../document/report.ts';
import type { ReportDocument } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { clusteringDocument } from './clusteringDocument.ts';
import { classFacts, clusterFacts, sizeFacts } from './clusterFacts.ts';
import { reportChart } from './reportChart.ts';
import type { ClassFacts, ClusterFacts, ClusteringFacts } from './clusteringFacts.ts';
import { checkReportSnapshot, reportSnapshot, type ReportSnapshot } from './reportSnapshot.ts';
import { readSources, type ReportInputs, type ReportSources } from './reportSources.ts';
import { reportWarnings } from './reportWarnings.ts';
import { scoreShape } from './shapeScores.ts';
import { scoreTableCells } from './scoreTableCells.ts';

/** Inputs and options for {@link clusteringReport}. */
export interface ClusteringReportOptions extends ReportInputs, Pick<LabelOptions, 'ignoreLabel'> {
  /** Title of the report. Default: `'Clustering'`. */
  readonly title?: string | undefined;
  /**
   * Number of bootstrap tables for confidence intervals. Default: 1000, fewer for tables with more than 2,000 cells,
   * and no intervals for tables with more than 20,000 cells.
   */
  readonly draws?: number | undefined;
  /** Maximum number of samples for silhouettes; more are subsampled at random. Default: 10,000. */
  readonly maxSamples?: number | undefined;
  /** Distance for silhouettes; only with samples. Default: `'euclidean'`. */
  readonly metric?: Exclude<SilhouetteDistance, 'minkowski' | 'precomputed'> | undefined;
  /** Number of samples that were excluded before the report, such as rows with missing values. Default: 0. */
  readonly leftOut?: number | undefined;
  /** Seed of the random numbers, an integer. Default: 0. */
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
 * Creates a report on a clustering: scores, confidence intervals, warnings, and properties of clusters and classes.
 *
 * With classes (`target`), the report has the scores of two labelings with their `bootstrapInterval` and, where a
 * formula exists, their values expected by chance. It also has the result of `mutualInfoTest`. With samples (`data`),
 * it has silhouettes and the Calinski–Harabasz, Davies–Bouldin and Dunn indices. Instead of labels and samples, you can
 * pass states that hold them: a `ContingencyTable`, a `LabeledSampleBuffer`, `ClusterMoments`, or updated metrics.
 *
 * @param options - inputs (`preds` and `target` of shape `[N]`, `data` of shape `[N, d]`, or states), and options.
 * @returns scores, clusters, classes and warnings, with conversions to text, Markdown, JSON, charts and HTML.
 * @throws {@link MetricInputError} if an input or option is invalid, or there is no input.
 * @see N. X. Vinh, J. Epps and J. Bailey, JMLR 11 (2010) 2837–2854, on expected values by chance.
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { clusteringReport } from 'tfjs-metrics/report';
 *
 * const table = ContingencyTable.fromMatrix(
 *   [
 *     [45, 5],
 *     [12, 38],
 *   ],
 *   { targetLabels: ['cat', 'dog'] },
 * );
 * const report = clusteringReport({ table, title: 'Pets' });
 * report.scores[0];
 * // => { name: 'adjustedRandScore', value: 0.43, range: [-0.5, 1],
 * //   higherIsBetter: true, interval: [0.2325, 0.6403], baseline: 0 }
 * report.clusters[0];
 * // => { label: 0, size: 57, share: 0.57, purity: 0.7895, dominantClass: 'cat',
 * //   entropy: 0.5147 }
 * report.warnings; // []
 * report.toString().split('\n', 1)[0]; // 'Pets'
 * ```
 */
export function clusteringReport(options: ClusteringReportOptions): ClusteringReport {
  const read = reportOptions(options);
  const { title = 'Clustering', draws, maxSamples = 10_000, metric = 'euclidean', seed = 0, leftOut = 0 } = read;
  const sources = readSources(read);
  if (sources.samples === undefined && read.metric !== undefined) {
    throw unfittingOption('clusteringReport', 'metric', { needed: 'data or samples', value: read.metric });
  }
  const { ignoreLabel } = read;
  const table = ignoreLabel === undefined ? sources.table : sources.table?.without(ignoreLabel);
  const ofTable = table && scoreTableCells(table, { draws, seed });
  const shape = scoreShape(sources, { ignoreLabel, metric, maxSamples, seed });
  // Without a table, there are moments.
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
    notes: [...(ofTable?.notes ?? []), ...shape.notes, ...ignoredNote(ignored)],
    clusters,
    classes,
    table,
    silhouettes: shape.silhouettes,
  });
}

/** Number of samples, including those with ignored labels. */
function sizeOf({ table, moments }: ReportSources): number {
  return table?.n ?? moments!.clusters.reduce((sum, { size }) => sum + size, 0);
}

function momentFacts(moments: ClusterMoments, ignoreLabel: LabelOptions['ignoreLabel']): ClusterFacts[] {
  const ignored = ignoredLabels(ignoreLabel);
  return sizeFacts(moments.clusters.filter(({ label }) => !ignored.has(label)));
}

/**
 * Result of {@link clusteringReport}: plain data, with conversions to text, Markdown, JSON, charts and HTML.
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
export class ClusteringReport extends Report implements ClusteringFacts {
  /** Number of samples scored, or the sum of their weights. */
  readonly samples: number;
  /**
   * Test of the mutual information against chance; undefined without classes, without samples or with fractional
   * weights.
   */
  readonly mutualInfoTest: MutualInfoTest | undefined;
  /** Clusters, by ascending label. */
  readonly clusters: readonly ClusterFacts[];
  /** Classes, by ascending label; empty if classes are not known. */
  readonly classes: readonly ClassFacts[];
  /** Contingency table of clusters and classes. */
  readonly table: ContingencyTable | undefined;
  /**
   * Silhouettes of the samples of each cluster, in descending order. If there are more than about 10,000 in total, only
   * those at evenly spaced ranks are kept.
   */
  readonly silhouettes: readonly ClusterSilhouettes[] | undefined;

  /** Creates a report from its contents; use {@link clusteringReport} to compute them. */
  constructor(facts: ClusteringFacts) {
    super({ ...facts, notes: facts.notes ?? [] });
    this.samples = facts.samples;
    this.mutualInfoTest = facts.mutualInfoTest;
    this.clusters = facts.clusters;
    this.classes = facts.classes;
    this.table = facts.table;
    this.silhouettes = facts.silhouettes;
  }

  /**
   * Restores a report from the output of {@link ClusteringReport.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another type or version.
   */
  static fromJSON(snapshot: unknown): ClusteringReport {
    return new ClusteringReport(checkReportSnapshot(snapshot));
  }

  protected override arrange(limits: ReportLimits): ReportDocument {
    return clusteringDocument(this, limits);
  }

  /** Converts the report to a plain object for {@link ClusteringReport.fromJSON}. */
  override toJSON(): ReportSnapshot {
    return reportSnapshot(this);
  }

  /** Combines all charts, stacked vertically, in one Vega-Lite specification. */
  override toVegaLite(): VegaLiteSpec {
    return reportChart(this);
  }
}
