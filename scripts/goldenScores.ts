// Computes exact scores of binary classifiers from their definitions, with rational numbers, by brute force over all
// pairs of samples and all thresholds: tsx scripts/goldenScores.ts > tests/parity/golden/scores.json
import { binaryScores, type GeneratedScores } from '../tests/parity/binaryScores.ts';

/** Scale of weights: all are multiples of 1/8. */
const EIGHTHS = 8;

/** Scale of scores: all are multiples of 2^-20. */
const SCORE_SCALE = 2 ** 20;

/** A fraction with a positive denominator. */
type Rational = readonly [numerator: bigint, denominator: bigint];

const ZERO: Rational = [0n, 1n];
const ONE: Rational = [1n, 1n];
const plus = ([a, b]: Rational, [c, d]: Rational): Rational => reduced([a * d + c * b, b * d]);
const minus = (x: Rational, [c, d]: Rational): Rational => plus(x, [-c, d]);
const times = ([a, b]: Rational, [c, d]: Rational): Rational => reduced([a * c, b * d]);
const over = (x: Rational, [c, d]: Rational): Rational => times(x, c < 0n ? [-d, -c] : [d, c]);
const isLess = ([a, b]: Rational, [c, d]: Rational): boolean => a * d < c * b;
const absolute = ([a, b]: Rational): Rational => [a < 0n ? -a : a, b];
const decimal = (text: string): Rational => {
  const digits = text.split('.')[1]?.length ?? 0;
  return [BigInt(text.replace('.', '')), 10n ** BigInt(digits)];
};

function reduced([numerator, denominator]: Rational): Rational {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [numerator / a, denominator / a];
}

/** Converts to the nearest number, up to one unit in the last place. */
function toNumber([numerator, denominator]: Rational): number {
  const bits = BigInt(Math.max(0, denominator.toString(2).length - numerator.toString(2).length) + 80);
  return Number((numerator << bits) / denominator) / 2 ** Number(bits);
}

interface Sample {
  readonly score: bigint;
  readonly isPositive: boolean;
  readonly weight: bigint;
}

/** Counts of predictions at a threshold; undefined for the threshold Infinity. */
interface Point {
  readonly threshold: bigint | undefined;
  readonly tp: bigint;
  readonly fp: bigint;
}

function expectedOf(generated: GeneratedScores): Record<string, unknown> {
  const { preds, target, sampleWeight } = binaryScores(generated);
  const samples = Array.from(preds, (score, i): Sample => ({
    score: BigInt(score * SCORE_SCALE),
    isPositive: target[i] === 1,
    weight: BigInt((sampleWeight?.[i] ?? 1) * EIGHTHS),
  })).filter(({ weight }) => weight > 0n);
  const total = (isPositive: boolean): bigint =>
    samples.reduce((sum, sample) => sum + (sample.isPositive === isPositive ? sample.weight : 0n), 0n);
  const [positives, negatives] = [total(true), total(false)];
  const scores = [...new Set(samples.map(({ score }) => score))].sort((a, b) => (a < b ? 1 : -1));
  const points = [undefined, ...scores].map((threshold): Point => {
    let [tp, fp] = [0n, 0n];
    for (const { score, isPositive, weight } of samples) {
      if (threshold === undefined || score < threshold) continue;
      if (isPositive) tp += weight;
      else fp += weight;
    }
    return { threshold, tp, fp };
  });
  const rateOf = (part: bigint, whole: bigint): Rational => (whole === 0n ? ZERO : [part, whole]);
  const tpr = ({ tp }: Point): Rational => rateOf(tp, positives);
  const fpr = ({ fp }: Point): Rational => rateOf(fp, negatives);
  const precision = ({ tp, fp }: Point): Rational => (tp + fp === 0n ? ONE : [tp, tp + fp]);

  /** Greatest value and the highest threshold that has it. */
  const best = (valueAt: (point: Point) => Rational, isAllowed: (point: Point) => boolean = () => true): object => {
    let found: { value: Rational; point: Point } | undefined;
    for (const point of points) {
      if (!isAllowed(point)) continue;
      const value = valueAt(point);
      if (found === undefined || isLess(found.value, value)) found = { value, point };
    }
    const { threshold } = found!.point;
    return {
      value: toNumber(found!.value),
      threshold: threshold === undefined ? 'Infinity' : Number(threshold) / SCORE_SCALE,
    };
  };
  const atLeast = (rate: Rational, least: string): boolean => !isLess(rate, decimal(least));

  const hasBoth = positives > 0n && negatives > 0n;
  const expected: Record<string, unknown> = {
    positives: Number(positives) / EIGHTHS,
    negatives: Number(negatives) / EIGHTHS,
    brierScore: positives + negatives === 0n ? null : toNumber(brierScore(samples)),
  };
  for (const norm of ['l1', 'l2', 'max'] as const) {
    expected[`calibrationError ${norm}`] = positives + negatives === 0n ? null : calibrationError(samples, norm, 10n);
  }
  expected['averagePrecision'] = positives === 0n ? null : toNumber(averagePrecision());
  if (!hasBoth) return { ...expected, auroc: null };
  return {
    ...expected,
    auroc: toNumber(auroc(samples, positives, negatives)),
    'auroc maxFpr 0.3': toNumber(partialAuroc(decimal('0.3'))),
    equalErrorRate: toNumber(equalErrorRate()),
    ksStatistic: toNumber(
      points
        .map((point) => absolute(minus(tpr(point), fpr(point))))
        .reduce((most, value) => (isLess(most, value) ? value : most)),
    ),
    'recallAtFixedPrecision 0.6': best(tpr, (point) => atLeast(precision(point), '0.6')),
    'precisionAtFixedRecall 0.7': best(precision, (point) => atLeast(tpr(point), '0.7')),
    'sensitivityAtSpecificity 0.8': best(tpr, (point) => atLeast(minus(ONE, fpr(point)), '0.8')),
    'specificityAtSensitivity 0.8': best(
      (point) => minus(ONE, fpr(point)),
      (point) => atLeast(tpr(point), '0.8'),
    ),
    'bestThreshold fBeta 2': best(({ tp, fp }) => [5n * tp, tp + fp + 4n * positives]),
    'bestThreshold youden': best((point) => minus(tpr(point), fpr(point))),
    'bestThreshold cost 3': best(({ tp, fp }) => [-(fp + 3n * (positives - tp)), positives + negatives]),
    'delong variance': sampleWeight ? null : toNumber(delongVariance(samples)),
  };

  function averagePrecision(): Rational {
    let sum = ZERO;
    for (let k = 1; k < points.length; k++) {
      const gained = minus(tpr(points[k]!), tpr(points[k - 1]!));
      sum = plus(sum, times(gained, precision(points[k]!)));
    }
    return sum;
  }

  function partialAuroc(maxFpr: Rational): Rational {
    let area = ZERO;
    for (let k = 1; k < points.length; k++) {
      const [from, to] = [points[k - 1]!, points[k]!];
      const width = minus(isLess(maxFpr, fpr(to)) ? maxFpr : fpr(to), fpr(from));
      if (width[0] <= 0n) continue;
      const slope = over(minus(tpr(to), tpr(from)), minus(fpr(to), fpr(from)));
      area = plus(area, times(width, plus(tpr(from), over(times(slope, width), [2n, 1n]))));
    }
    const least = over(times(maxFpr, maxFpr), [2n, 1n]);
    return over(plus(ONE, over(minus(area, least), minus(maxFpr, least))), [2n, 1n]);
  }

  function equalErrorRate(): Rational {
    for (let k = 1; ; k++) {
      const [from, to] = [points[k - 1]!, points[k]!];
      const sum = (point: Point): Rational => plus(tpr(point), fpr(point));
      if (isLess(sum(to), ONE)) continue;
      const share = over(minus(ONE, sum(from)), minus(sum(to), sum(from)));
      return plus(fpr(from), times(share, minus(fpr(to), fpr(from))));
    }
  }
}

function auroc(samples: readonly Sample[], positives: bigint, negatives: bigint): Rational {
  let twice = 0n;
  for (const a of samples) {
    if (!a.isPositive) continue;
    for (const b of samples) {
      if (!b.isPositive) twice += a.weight * b.weight * (a.score > b.score ? 2n : a.score === b.score ? 1n : 0n);
    }
  }
  return [twice, 2n * positives * negatives];
}

/** Sample variance of the share of won pairs, of positive and of negative samples; each over its number of samples. */
function delongVariance(samples: readonly Sample[]): Rational {
  const variance = (isPositive: boolean): Rational => {
    const own = samples.filter((sample) => sample.isPositive === isPositive);
    const others = samples.filter((sample) => sample.isPositive !== isPositive);
    if (own.length < 2) return ZERO;
    const won = own.map((a): bigint =>
      others.reduce(
        (sum, b) =>
          sum + (a.score > b.score === isPositive && a.score !== b.score ? 2n : a.score === b.score ? 1n : 0n),
        0n,
      ),
    );
    const m = BigInt(own.length);
    const sum = won.reduce((all, value) => all + value, 0n);
    const squares = won.reduce((all, value) => all + value * value, 0n);
    return reduced([m * squares - sum * sum, m * (m - 1n) * m * (2n * BigInt(others.length)) ** 2n]);
  };
  return plus(variance(true), variance(false));
}

function brierScore(samples: readonly Sample[]): Rational {
  const scale = BigInt(SCORE_SCALE);
  let [sum, weights] = [0n, 0n];
  for (const { score, isPositive, weight } of samples) {
    const error = score - (isPositive ? scale : 0n);
    sum += weight * error * error;
    weights += weight;
  }
  return [sum, weights * scale * scale];
}

/** Differences between mean score and share of positives in the bins (0, 1/B], …, the first one with 0. */
function calibrationError(samples: readonly Sample[], norm: 'l1' | 'l2' | 'max', bins: bigint): number {
  const scale = BigInt(SCORE_SCALE);
  const sums = Array.from({ length: Number(bins) }, () => ({ weight: 0n, score: 0n, positive: 0n }));
  let all = 0n;
  for (const { score, isPositive, weight } of samples) {
    const bin = score === 0n ? 0n : (score * bins + scale - 1n) / scale - 1n;
    const sum = sums[Number(bin)]!;
    sum.weight += weight;
    sum.score += weight * score;
    if (isPositive) sum.positive += weight;
    all += weight;
  }
  let total = ZERO;
  for (const { weight, score, positive } of sums) {
    if (weight === 0n) continue;
    const gap = absolute([score - positive * scale, weight * scale]);
    if (norm === 'max') total = isLess(total, gap) ? gap : total;
    else total = plus(total, times([weight, all], norm === 'l1' ? gap : times(gap, gap)));
  }
  return norm === 'l2' ? Math.sqrt(toNumber(total)) : toNumber(total);
}

const cases: readonly (readonly [name: string, generated: GeneratedScores])[] = [
  ['few samples', { n: 12, seed: 1, levels: 16, onePositiveIn: 2 }],
  ['distinct scores', { n: 200, seed: 2, levels: 2 ** 20, onePositiveIn: 2 }],
  ['many ties', { n: 300, seed: 3, levels: 8, onePositiveIn: 3 }],
  ['two scores', { n: 100, seed: 4, levels: 1, onePositiveIn: 2 }],
  ['random scores', { n: 400, seed: 5, levels: 64, onePositiveIn: 2, isRandom: true }],
  ['whole weights', { n: 250, seed: 6, levels: 32, onePositiveIn: 3, weights: 'whole' }],
  ['fractional weights', { n: 250, seed: 7, levels: 32, onePositiveIn: 3, weights: 'eighths' }],
  ['rare positives', { n: 3000, seed: 8, levels: 2 ** 12, onePositiveIn: 700 }],
  ['rare positives with weights', { n: 2000, seed: 9, levels: 256, onePositiveIn: 500, weights: 'eighths' }],
  ['only positives', { n: 20, seed: 10, levels: 8, onePositiveIn: 1 }],
  ['only negatives', { n: 20, seed: 11, levels: 8, onePositiveIn: 2 ** 31 }],
  ['no samples', { n: 0, seed: 12, levels: 8, onePositiveIn: 2 }],
];

const file = { cases: cases.map(([name, input]) => ({ name, input, expected: expectedOf(input) })) };
console.log(JSON.stringify(file, null, 1));
