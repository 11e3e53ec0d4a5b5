// Simulates how often intervals of scores of classifiers contain the true value, and how often tests reject a true null
// hypothesis. intervalCoverage.ts prints the tables.
import { averagePrecisionInterval, delongInterval, delongTest, wilsonInterval } from 'tfjs-metrics';
import { classificationReport } from 'tfjs-metrics/report';
import { alignedTable } from '../bench/alignedTable.ts';
import { RandomSource } from '../src/numeric/random/randomSource.ts';
import { erfc } from '../src/numeric/special/erfc.ts';
import { logitInterval } from '../src/numeric/special/logitInterval.ts';
import { normalQuantile } from '../src/numeric/special/normalQuantile.ts';

type GroupSizes = readonly [positives: number, negatives: number];

/** Numbers of positive and negative samples. */
const GROUPS: readonly GroupSizes[] = [
  [10, 10],
  [10, 200],
  [30, 30],
  [30, 300],
  [100, 100],
];

/** Areas under the ROC curve. */
const AREAS = [0.6, 0.8, 0.9, 0.97];

const groupName = ([positives, negatives]: GroupSizes): string => `${positives} positive, ${negatives} negative`;
const heads = (areas: readonly number[]): string[] => areas.map((area) => `AUROC ${area}`);
const percent = (share: number): string => (100 * share).toFixed(1);

/** Standard normal number. */
function normal(random: RandomSource): number {
  return normalQuantile(random.uniform() + 2 ** -54);
}

/** Distance of the means of normal scores with this area. */
function shiftOf(area: number): number {
  return Math.SQRT2 * normalQuantile(area);
}

function targetOf([positives, negatives]: GroupSizes): number[] {
  return Array.from({ length: positives + negatives }, (_, i) => (i < positives ? 1 : 0));
}

/**
 * Formats the percentage of `delongInterval` that contain the true area, for normal scores with equal variances, by the
 * numbers of samples and by the area; in parentheses, with the normal quantile.
 */
export function delongCoverageTable(repetitions: number): string {
  const random = RandomSource.of(1);
  const rows = GROUPS.map((group) => [
    groupName(group),
    ...AREAS.map((area) => {
      const target = targetOf(group);
      let [hits, ofNormal] = [0, 0];
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const scores = target.map((label) => normal(random) + label * shiftOf(area));
        const { value, lower, upper, standardError } = delongInterval(scores, target);
        if (lower <= area && area <= upper) hits++;
        // Without errors in the order, both are the same.
        const shorter = value === 1 ? { lower, upper } : logitInterval(value, normalQuantile(0.975) * standardError);
        if (shorter.lower <= area && area <= shorter.upper) ofNormal++;
      }
      return `${percent(hits / repetitions)} (${percent(ofNormal / repetitions)})`;
    }),
  ]);
  return alignedTable(['samples', ...heads(AREAS)], rows, (column) => column > 0);
}

/** Numbers of samples, and shares of positive ones. */
const SHARES: readonly (readonly [n: number, share: number])[] = [
  [50, 0.5],
  [100, 0.1],
  [100, 0.5],
  [300, 0.1],
  [1000, 0.02],
  [1000, 0.1],
  [1000, 0.5],
];

/** Formats the percentage of `averagePrecisionInterval` that contain the true value, for the scores of the table above. */
export function averagePrecisionCoverageTable(
  repetitions: number,
  shares: readonly (readonly [n: number, share: number])[] = SHARES,
): string {
  const random = RandomSource.of(2);
  const rows = shares.map(([n, share]) => [
    `${n}, ${100 * share} % positive`,
    ...AREAS.map((area) => {
      const shift = shiftOf(area);
      const truth = averagePrecisionOf(shift, share);
      let [hits, defined] = [0, 0];
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const target = Array.from({ length: n }, () => Number(random.uniform() < share));
        const scores = target.map((label) => normal(random) + label * shift);
        const { lower, upper } = averagePrecisionInterval(scores, target);
        if (!Number.isNaN(lower)) defined++;
        if (lower <= truth && truth <= upper) hits++;
      }
      return percent(hits / defined);
    }),
  ]);
  return alignedTable(['samples', ...heads(AREAS)], rows, (column) => column > 0);
}

/** Average precision of normal scores, ∫ P(s) f₁(s) ds, by the trapezoidal rule. */
function averagePrecisionOf(shift: number, share: number): number {
  const above = (x: number): number => erfc(x / Math.SQRT2) / 2;
  const step = 1e-3;
  let sum = 0;
  for (let score = shift - 8; score < shift + 8; score += step) {
    const [positive, negative] = [share * above(score - shift), (1 - share) * above(score)];
    const density = Math.exp(-((score - shift) ** 2) / 2) / Math.sqrt(2 * Math.PI);
    sum += step * density * (positive / (positive + negative));
  }
  return sum;
}

/** A classifier: its number of classes, and the factor of its logits, which is 1 if its probabilities are calibrated. */
interface Classifier {
  readonly name: string;
  readonly classes: number;
  readonly confidence: number;
}

const CLASSIFIERS: readonly Classifier[] = [
  { name: '2 classes', classes: 2, confidence: 1 },
  { name: '2 classes, overconfident', classes: 2, confidence: 2 },
  { name: '3 classes', classes: 3, confidence: 1 },
  { name: '3 classes, overconfident', classes: 3, confidence: 2 },
  { name: '10 classes', classes: 10, confidence: 1 },
];

const PROBABILITY_SCORES = ['auroc', 'averagePrecision', 'logLoss', 'brierScore'] as const;

/** Distance of the mean of a class from that of the others. */
const DISTANCE = 1.5;

/** Number of samples from which the true values are computed. */
const MANY = 200_000;

interface ProbabilityOptions {
  readonly sizes: readonly number[];
  readonly repetitions: number;
  /** Number of samples for the true values. Default: 200,000. */
  readonly many?: number;
}

/** Formats the percentage of intervals of `classificationReport` that contain the true value, by score and size. */
export function probabilityCoverageTable({ sizes, repetitions, many = MANY }: ProbabilityOptions): string {
  const random = RandomSource.of(3);
  const rows = CLASSIFIERS.flatMap((classifier) => {
    const truth = scoresOf(classifier, many, random);
    const hits = PROBABILITY_SCORES.map(() => sizes.map(() => 0));
    sizes.forEach((size, column) => {
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const found = scoresOf(classifier, size, random);
        PROBABILITY_SCORES.forEach((name, row) => {
          const [lower, upper] = found.get(name)!.interval ?? [0, 1];
          const { value } = truth.get(name)!;
          if (lower <= value && value <= upper) hits[row]![column]! += 1 / repetitions;
        });
      }
    });
    return PROBABILITY_SCORES.map((name, row) => [classifier.name, `\`${name}\``, ...hits[row]!.map(percent)]);
  });
  return alignedTable(['classifier', 'score', ...sizes.map((n) => `n = ${n}`)], rows, (column) => column > 1);
}

/** Scores of random samples of a classifier, by name. */
function scoresOf({ classes, confidence }: Classifier, n: number, random: RandomSource) {
  const target = Array.from({ length: n }, () => random.integer(classes));
  const rows = target.map((label) => {
    const logits = Array.from({ length: classes }, (_, k) => {
      return confidence * DISTANCE * (normal(random) + (k === label ? DISTANCE : 0));
    });
    const most = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - most));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  });
  const { scores } = classificationReport({ scores: rows, target, draws: 2 });
  return new Map(scores.map((score) => [score.name, score]));
}

/** Numbers of positive and negative samples of tests. */
const TESTED: readonly GroupSizes[] = [
  [10, 200],
  [30, 300],
  [200, 200],
];

/**
 * Formats the percentage of `delongTest` with a p-value below 0.05 for two classifiers of the same area, whose scores have a
 * correlation of ½ within each class; in parentheses, with the normal distribution.
 */
export function delongTestTable(repetitions: number, groups: readonly GroupSizes[] = TESTED): string {
  const random = RandomSource.of(4);
  const rows = groups.map((group) => [
    groupName(group),
    ...AREAS.map((area) => {
      const target = targetOf(group);
      let [rejected, ofNormal] = [0, 0];
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const shared = target.map((label) => normal(random) * Math.SQRT1_2 + label * shiftOf(area));
        const [first, second] = [0, 1].map(() => shared.map((score) => score + normal(random) * Math.SQRT1_2));
        const { pValue, statistic } = delongTest(first!, second!, target);
        if (pValue < 0.05) rejected++;
        if (erfc(Math.abs(statistic) / Math.SQRT2) < 0.05) ofNormal++;
      }
      return `${percent(rejected / repetitions)} (${percent(ofNormal / repetitions)})`;
    }),
  ]);
  return alignedTable(['samples', ...heads(AREAS)], rows, (column) => column > 0);
}

/** Proportions over which the coverage of `wilsonInterval` is averaged. */
const PROPORTIONS = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);

/** Formats the mean and, in parentheses, the minimum of the exact coverage of `wilsonInterval` over proportions, in percent. */
export function wilsonCoverageTable(sizes: readonly number[]): string {
  const cells = sizes.map((n) => {
    const intervals = Array.from({ length: n + 1 }, (_, k) => wilsonInterval(k, n));
    const coverage = PROPORTIONS.map((p) => {
      let [share, covered] = [(1 - p) ** n, 0];
      intervals.forEach(({ lower, upper }, k) => {
        if (lower <= p && p <= upper) covered += share;
        share *= ((n - k) / (k + 1)) * (p / (1 - p));
      });
      return 100 * covered;
    });
    const mean = coverage.reduce((sum, percent) => sum + percent, 0) / coverage.length;
    return `${mean.toFixed(1)} (${Math.min(...coverage).toFixed(1)})`;
  });
  return alignedTable(['interval', ...sizes.map((n) => `n = ${n}`)], [['`wilsonInterval`', ...cells]], (c) => c > 0);
}
