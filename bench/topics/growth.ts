import * as metrics from 'tfjs-metrics';
import { SoftMutualInfoScore, ValueMoments } from 'tfjs-metrics/information';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { stateGrowth } from '../stateGrowth.ts';

const uniform = (k: number, seed: number): number => hash32(k, seed) / 2 ** 32;

/** Returns labels from 0 to k - 1. */
const labels = (first: number, size: number, k: number, seed: number): Int32Array =>
  Int32Array.from({ length: size }, (_, i) => hash32(first + i, seed) % k);

/** Returns numbers from 0 to 1. */
const numbers = (first: number, size: number, seed: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => uniform(first + i, seed));

const rows = (first: number, size: number, width: number, seed: number) => ({
  data: numbers(first * width, size * width, seed),
  shape: [size, width] as const,
});

const labelPair = (first: number, size: number) => [labels(first, size, 100, 1), labels(first, size, 100, 2)] as const;
const scoresAndLabels = (first: number, size: number) => [numbers(first, size, 1), labels(first, size, 2, 2)] as const;
const classScores = (first: number, size: number) => [rows(first, size, 5, 1), labels(first, size, 5, 2)] as const;
const numberPair = (first: number, size: number) => [numbers(first, size, 1), numbers(first, size, 2)] as const;
const severalLabels = (first: number, size: number) => {
  const bits = { data: labels(first * 5, size * 5, 2, 2), shape: [size, 5] as const };
  return [rows(first, size, 5, 1), bits] as const;
};

/** Returns the scores and relevance of documents, of which 10 have the same query. */
const documents = (first: number, size: number) =>
  [
    ...scoresAndLabels(first, size),
    { queries: Int32Array.from({ length: size }, (_, i) => Math.floor((first + i) / 10)) },
  ] as const;

/** Time and memory of each state against the number of samples. */
export const growth: readonly BenchmarkCase[] = [
  stateGrowth({
    name: 'ContingencyTable of MutualInfoScore',
    create: () => new metrics.MutualInfoScore(),
    batch: labelPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'ContingencyTable of distinct labels',
    create: () => new metrics.MutualInfoScore(),
    batch: (first, size) => {
      const distinct = Int32Array.from({ length: size }, (_, i) => first + i);
      return [distinct, distinct] as const;
    },
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
    bytes: 128,
  }),
  stateGrowth({
    name: 'MultiwayTable of DemographicParity',
    create: () => new metrics.DemographicParity(),
    batch: (first, size) => [labels(first, size, 2, 1), labels(first, size, 2, 2), labels(first, size, 3, 3)] as const,
    add: (metric, [preds, target, groups]) => {
      metric.update(preds, target, groups);
    },
  }),
  stateGrowth({
    name: 'PairwiseTables of CramersVMatrix',
    create: () => new metrics.CramersVMatrix(),
    batch: (first, size) => ({ data: labels(first * 4, size * 4, 10, 1), shape: [size, 4] as const }),
    add: (metric, matrix) => {
      metric.update(matrix);
    },
  }),
  stateGrowth({
    name: 'RatingCounts of FleissKappa',
    create: () => new metrics.FleissKappa({ mode: 'probs' }),
    batch: (first, size) => ({ data: numbers(first * 12, size * 12, 1), shape: [size, 4, 3] as const }),
    add: (metric, ratings) => {
      metric.update(ratings);
    },
  }),
  stateGrowth({
    name: 'MultilabelCounts of MultilabelF1Score',
    create: () => new metrics.MultilabelF1Score(),
    batch: severalLabels,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'ScoreCounts of Auroc',
    create: () => new metrics.Auroc(),
    batch: scoresAndLabels,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
    bytes: 128,
  }),
  stateGrowth({
    name: 'BinnedScoreCounts of Auroc with thresholds',
    create: () => new metrics.Auroc({ thresholds: 200 }),
    batch: scoresAndLabels,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'ClassScoreCounts of Auroc',
    create: () => new metrics.Auroc({ multiclass: 'ovr' }),
    batch: classScores,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
    // Each of the 5 scores of a sample is counted.
    bytes: 80,
  }),
  stateGrowth({
    name: 'CalibrationBins of CalibrationError',
    create: () => new metrics.CalibrationError(),
    batch: scoresAndLabels,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'WeightedSum of LogLoss',
    create: () => new metrics.LogLoss(),
    batch: scoresAndLabels,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'Extremes of MaxMetric',
    create: () => new metrics.MaxMetric(),
    batch: (first, size) => numbers(first, size, 1),
    add: (metric, values) => {
      metric.update(values);
    },
  }),
  stateGrowth({
    name: 'OutputSums of MeanAbsoluteError',
    create: () => new metrics.MeanAbsoluteError(),
    batch: numberPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'OutputMoments of R2Score',
    create: () => new metrics.R2Score(),
    batch: numberPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'JointMoments of GaussianMutualInfo',
    create: () => new metrics.GaussianMutualInfo(),
    batch: (first, size) => [rows(first, size, 3, 1), rows(first, size, 3, 2)] as const,
    add: (metric, [x, y]) => {
      metric.update(x, y);
    },
  }),
  stateGrowth({
    name: 'ClusterMoments of CalinskiHarabaszScore',
    create: () => new metrics.CalinskiHarabaszScore(),
    batch: classScores,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'SoftHistogram of SoftMutualInfoScore',
    create: () => new SoftMutualInfoScore({ bins: 16 }),
    batch: numberPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'QueryScores of Ndcg with queries',
    create: () => new metrics.Ndcg(),
    batch: documents,
    add: (metric, [preds, target, options]) => {
      metric.update(preds, target, options);
    },
    bytes: 128,
  }),
  stateGrowth({
    name: 'QueryScores of Ndcg, a query in each row',
    create: () => new metrics.Ndcg(),
    batch: (first, size) => {
      const [preds, target] = scoresAndLabels(first, size);
      const shape = [size / 10, 10] as const;
      return [
        { data: preds, shape },
        { data: target, shape },
      ] as const;
    },
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'SampleBuffer of SpearmanCorrCoef',
    create: () => new metrics.SpearmanCorrCoef(),
    batch: numberPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
    bytes: 128,
  }),
  stateGrowth({
    name: 'SampleBuffer of SpearmanCorrCoef with maxSamples',
    create: () => new metrics.SpearmanCorrCoef({ maxSamples: 10_000 }),
    batch: numberPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'LabeledSampleBuffer of SilhouetteScore',
    create: () => new metrics.SilhouetteScore(),
    batch: classScores,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
    bytes: 128,
  }),
  stateGrowth({
    name: 'SlidingWindow of Running',
    create: () => new metrics.Running(new metrics.MutualInfoScore(), { window: 5 }),
    batch: labelPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'Replicates of BootStrapper',
    create: () => new metrics.BootStrapper(new metrics.Accuracy(), { draws: 10 }),
    batch: labelPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'EpochStates of MetricTracker',
    create: () => {
      const tracker = new metrics.MetricTracker(new metrics.MutualInfoScore());
      tracker.increment();
      return tracker;
    },
    batch: labelPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'WatchedState of MinMaxMetric',
    create: () => new metrics.MinMaxMetric(new metrics.MutualInfoScore()),
    batch: labelPair,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'StateRecord of MultioutputWrapper',
    create: () => new metrics.MultioutputWrapper(new metrics.R2Score(), { outputs: 3 }),
    batch: (first, size) => [rows(first, size, 3, 1), rows(first, size, 3, 2)] as const,
    add: (metric, [preds, target]) => {
      metric.update(preds, target);
    },
  }),
  stateGrowth({
    name: 'ValueMoments',
    create: () => new ValueMoments(),
    batch: (first, size) => numbers(first, size, 1),
    add: (moments, values) => {
      for (const value of values) moments.add(value);
    },
  }),
];
