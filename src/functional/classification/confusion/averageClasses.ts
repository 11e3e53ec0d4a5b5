import { describeValue } from '../../../inputs/describeValue.ts';
import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { labelKey, type Label } from '../../../inputs/labels.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { withScratchMemory } from '../../../numeric/withScratchMemory.ts';
import type { OneVsRest } from '../../../state/tables/oneVsRest.ts';
import { scoreOfSamples } from '../../undefinedScore.ts';
import { averageCounts, scoreOfCounts, type OneVsRestScore } from './averageCounts.ts';
import { countClasses, type ClassCells } from './countClasses.ts';
import type { ClassAverage, ClassAverageOptions, ClassScore } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/** Computes a score for each class and averages it according to `average`; see {@link averageCounts}. */
export function averageClasses<Options extends ClassAverageOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: ClassArguments<Options>,
  score: OneVsRestScore<Options>,
): ClassScore<ClassAverage> {
  return withScratchMemory(() => {
    const { cells, options } = readClassTable(owner, reader, args);
    const { average = 'binary', onUndefined, positiveLabel } = options;
    if (average === 'binary') {
      return scoreOfSamples(owner, cells.n, onUndefined, () =>
        scoreOfCounts(owner, countsOfPositive(owner, cells, positiveLabel), score, options),
      );
    }
    const counts = countClasses(cells);
    return averageCounts({ owner, options, of: 'class', names: cells.labels, counts, ...score }, average);
  });
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
      `${owner}: expected at most 2 classes, got ${labels.length}; set the option "average" to "macro", "micro", ` +
        '"weighted" or "none"',
    );
  }
  if (positiveLabel === undefined && typeof labels[0] === 'string') {
    throw new MetricInputError(
      `${owner}: expected the option "positiveLabel" for classes that are strings, got ${labels.map(describeValue).join(', ')}; ` +
        'set it, or set the option "average"',
    );
  }
  const key = labelKey(positiveLabel ?? 1);
  const place = labels.findIndex((label) => labelKey(label) === key);
  if (place >= 0) return countClasses(cells)[place]!;
  if (labels.length === 2) {
    throw new MetricInputError(
      `${owner}: expected the positive label ${describeValue(positiveLabel ?? 1)} among the classes, got ` +
        `${labels.map(describeValue).join(', ')}; set the option "positiveLabel"`,
    );
  }
  return { tp: 0, fp: 0, fn: 0, tn: cells.n };
}
