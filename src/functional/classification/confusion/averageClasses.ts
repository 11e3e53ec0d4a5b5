import { describeValue } from '../../../inputs/describeValue.ts';
import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { labelKey, type Label } from '../../../inputs/labels.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { scoreOfSamples, undefinedScore } from '../../undefinedScore.ts';
import { countClasses, sumClasses, type ClassCells, type OneVsRest } from './classCounts.ts';
import type { ClassAverage, ClassAverageOptions, ClassScore } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/** Score of one class against all others. */
interface PerClassScore<Options> {
  /** Computes the score of a class; NaN if it is 0/0. */
  readonly score: (counts: OneVsRest, options: Options) => number;
  /** Why the score is undefined, for error messages. */
  readonly reason: string;
}

/**
 * Computes a score for each class and averages it as the option `average` says.
 *
 * A class whose score is 0/0 counts as 0, as in scikit-learn. With `onUndefined: 'nan'` it is left out of the mean.
 */
export function averageClasses<Options extends ClassAverageOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: ClassArguments<Options>,
  { score, reason }: PerClassScore<Options>,
): ClassScore<ClassAverage> {
  const { cells, options } = readClassTable(owner, reader, args);
  const { average = 'binary', onUndefined } = options;
  const scoreOf = (name: string, counts: OneVsRest): number =>
    scoreOfSamples(name, cells.n, onUndefined, () => {
      const value = score(counts, options);
      return Number.isNaN(value) ? undefinedScore(name, onUndefined, 0, reason) : value;
    });
  const scoresOf = (classes: readonly OneVsRest[]): number[] =>
    classes.map((counts, i) => scoreOf(`${owner} of class ${describeValue(cells.labels[i])}`, counts));
  const classes = countClasses(cells);
  if (average === 'none') {
    return Object.fromEntries(scoresOf(classes).map((value, i) => [String(cells.labels[i]), value]));
  }
  return scoreOfSamples(owner, cells.n, onUndefined, () => {
    if (average === 'binary') return scoreOf(owner, countsOfPositive(owner, cells, options.positiveLabel));
    if (average === 'micro') return scoreOf(owner, sumClasses(classes));
    const weights = classes.map(({ tp, fn }) => (average === 'macro' ? 1 : tp + fn));
    return weightedMean(scoresOf(classes), weights);
  });
}

/** Returns the mean of the defined values, or NaN without any. */
function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    sum += weights[i]! * value;
    total += weights[i]!;
  });
  return sum / total;
}

/**
 * Counts the positive class of a binary classifier against the other.
 *
 * @throws {@link MetricInputError} if there are more than two classes, or the positive class is not known.
 */
export function countsOfPositive(owner: string, cells: ClassCells, positiveLabel: Label | undefined): OneVsRest {
  const { labels } = cells;
  if (labels.length > 2) {
    throw new MetricInputError(
      `${owner}: expected at most 2 classes, got ${labels.length}; set option "average" to "macro", "micro", ` +
        '"weighted" or "none"',
    );
  }
  if (positiveLabel === undefined && typeof labels[0] === 'string') {
    throw new MetricInputError(
      `${owner}: expected option "positiveLabel" for classes that are strings, got ${labels.map(describeValue).join(', ')}; ` +
        'set it, or set option "average"',
    );
  }
  const key = labelKey(positiveLabel ?? 1);
  const place = labels.findIndex((label) => labelKey(label) === key);
  if (place >= 0) return countClasses(cells)[place]!;
  if (labels.length === 2) {
    throw new MetricInputError(
      `${owner}: expected the positive label ${describeValue(positiveLabel ?? 1)} among the classes, got ` +
        `${labels.map(describeValue).join(', ')}; set option "positiveLabel"`,
    );
  }
  return { tp: 0, fp: 0, fn: 0, tn: cells.n };
}
