import type { Labels } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { EstimatorRecommendation } from './estimatorRecommendation.ts';
import { DEFAULT_K } from './neighbors/readPoints.ts';
import { labelsOf, recommendForLabels, type NamedVariable } from './recommendForLabels.ts';
import { variableFacts } from './variableFacts.ts';

/** Smallest mean number of samples per value with which whole numbers count as labels, more than the 3 neighbors. */
const PER_VALUE = 5;
/** Smallest mean number of samples per pair with which two columns of whole numbers count as labels. */
const PER_PAIR = 5;
/** Largest number of columns of both variables together for nearest neighbors. */
const NEIGHBOR_COLUMNS = 3;
/** Number of columns above which nearest neighbors find too little of a weak dependence on labels. */
const CLASS_COLUMNS = 10;
/** Smallest number of samples for `estimateMutualInfo` with its defaults. */
const FEWEST_SAMPLES = 100;
/** Remedy if whole numbers are labels. */
const REMEDY = 'encode labels as text';

/**
 * Recommends an estimator of the mutual information of two variables, with the options to pass and the reasons.
 *
 * - Labels are strings, booleans, 64-bit integers, and whole numbers if each value occurs at least 5 times on average.
 *   Two variables of labels get {@link mutualInfoScore}. For R × C labels, its bias is about (R − 1)(C − 1)/(2N); above
 *   0.01 nats, it is corrected by `'jackknife'`, or by `'grassberger'` if N < R C. If N < 5 R C, whole numbers count as
 *   ordered numbers instead, also beside other labels.
 * - Labels and numbers get {@link rossMutualInfo}.
 * - Numbers in up to 3 columns, of both variables together, get {@link ksgMutualInfo}, also with repeated values.
 *   Columns of a variable whose rows repeat at least 5 times on average are not counted, nor are any if a variable is
 *   constant.
 * - Numbers in more columns get `estimateMutualInfo` of `tfjs-metrics/critics`, or {@link ksgMutualInfo} if there are
 *   fewer than 100 samples. With fewer than 4, the reasons say that it needs more.
 *
 * @param x - labels `[N]`, or samples `[N]` or `[N, d]`, of one variable.
 * @param y - labels or samples of the other variable.
 * @returns the name of the function, its options, the order of its arguments, and the reasons.
 * @throws {@link MetricInputError} if a label or value is invalid, the inputs differ in length, or they are empty.
 * @see A. Kraskov, H. Stögbauer and P. Grassberger, Physical Review E 69 (2004) 066138, and W. Gao, S. Oh and
 * P. Viswanath, IEEE Transactions on Information Theory 64 (2018), for the bias of nearest neighbors in many columns;
 * M. S. Roulston, Physica D 125 (1999), for the bias of counts.
 *
 * @example
 * ```ts
 * import { recommendEstimator } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 300 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value ** 2 + Math.cos(i ** 3) / 4);
 * recommendEstimator(x, y).name; // 'ksgMutualInfo'
 * recommendEstimator(x, y).options; // { standardize: 'rank' }
 *
 * const labels = y.map((value) => (value > 0.5 ? 'high' : 'low'));
 * const { name, order, reasons } = recommendEstimator(labels, x);
 * [name, ...order]; // ['rossMutualInfo', 'y', 'x']
 * reasons[1]; // 'x holds labels with 2 distinct values'
 * ```
 */
export function recommendEstimator(x: Labels | Samples, y: Labels | Samples): EstimatorRecommendation {
  const ofX: NamedVariable = { name: 'x', ...variableFacts(x, 'x') };
  const ofY: NamedVariable = { name: 'y', ...variableFacts(y, 'y') };
  requireSamples(ofX.n, ofY.n);
  if (isLabels(ofX) && isLabels(ofY)) {
    const areText = ofX.kind === 'labels' && ofY.kind === 'labels';
    if (areText || ofX.n >= PER_PAIR * ofX.distinct * ofY.distinct) return recommendForLabels(ofX, ofY);
  }
  // Whole numbers with too few samples per pair of values are ordered numbers.
  if (ofY.kind === 'labels' || (isLabels(ofY) && !isLabels(ofX))) return compareClasses(ofX, ofY);
  if (ofX.kind === 'labels' || (isLabels(ofX) && !isLabels(ofY))) return compareClasses(ofY, ofX);
  return compareNumbers(ofX, ofY);
}

function requireSamples(x: number, y: number): void {
  if (x !== y) throw new MetricInputError(`x, y: expected the same number of samples, got ${x} and ${y}`);
  if (x === 0) throw new MetricInputError('recommendEstimator: expected at least one sample, got none');
}

function isLabels({ kind, n, distinct }: NamedVariable): boolean {
  return kind === 'labels' || (kind === 'codes' && n >= PER_VALUE * distinct);
}

function compareClasses(numbers: NamedVariable, labels: NamedVariable): EstimatorRecommendation {
  const { n, d } = numbers;
  const reasons = [numbersOf(numbers), labelsOf(labels)];
  if (isLabels(numbers)) reasons.push(`${pairsOf(numbers, labels)}, ${numbers.name} counts as ordered; ${REMEDY}`);
  if (n === 1) reasons.push('rossMutualInfo needs at least 2 samples, got 1');
  else if (n < PER_VALUE * labels.distinct) {
    const mean = (n / labels.distinct).toFixed(1);
    reasons.push(`each label occurs only ${mean} times on average, too rarely for a good estimate`);
  }
  if (d > CLASS_COLUMNS) reasons.push(`in ${d} columns, the estimate is too low if the dependence is weak`);
  const order = labels.name === 'x' ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return { name: 'rossMutualInfo', options: { standardize: 'rank' }, order, reasons };
}

function compareNumbers(x: NamedVariable, y: NamedVariable): EstimatorRecommendation {
  const both = [x, y];
  const reasons = both.map(numbersOf);
  const constant = both.find(({ distinct }) => distinct === 1);
  const columns = both.reduce((sum, { n, d, distinct }) => sum + (n < PER_VALUE * distinct ? d : 0), 0);
  const isFew = columns <= NEIGHBOR_COLUMNS;
  if (constant === undefined && !isFew && x.n >= FEWEST_SAMPLES) {
    reasons.push(`nearest neighbors find too little in more than ${NEIGHBOR_COLUMNS} columns of both together`);
    return { name: 'estimateMutualInfo', options: {}, order: ['x', 'y'], reasons };
  }
  if (x.n <= DEFAULT_K) reasons.push(`ksgMutualInfo needs more than ${DEFAULT_K} samples by default, got ${x.n}`);
  else if (constant) reasons.push(`${constant.name} is constant, so that the estimate is 0`);
  else if (!isFew) {
    reasons.push(
      `estimateMutualInfo needs at least ${FEWEST_SAMPLES} samples, got ${x.n}; nearest neighbors find too little in ${columns} columns`,
    );
  } else reasons.push(...both.flatMap(tiesOf));
  if (isLabels(x) && isLabels(y)) {
    reasons.push(`${pairsOf(x, y)}, both count as ordered; ${REMEDY}`);
  }
  return { name: 'ksgMutualInfo', options: { standardize: 'rank' }, order: ['x', 'y'], reasons };
}

function pairsOf(x: NamedVariable, y: NamedVariable): string {
  return `with ${(x.n / (x.distinct * y.distinct)).toFixed(1)} samples per pair of values`;
}

function numbersOf({ name, d }: NamedVariable): string {
  return d === 1 ? `${name} holds numbers` : `${name} holds numbers in ${d} columns`;
}

function tiesOf({ name, n, d, distinct }: NamedVariable): string[] {
  const share = `${(100 * (1 - distinct / n)).toFixed(1)} %`;
  return distinct === n
    ? []
    : [`${share} of the ${d === 1 ? 'values' : 'rows'} of ${name} are repeated and count as ties`];
}
