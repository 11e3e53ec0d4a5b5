import {
  readClassLabels,
  type ClassPredictions,
  type ClassTargets,
} from '../../../inputs/classification/readClassLabels.ts';
import { CLASS_READING_OPTIONS } from '../../../inputs/options/classReadingOptions.ts';
import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { cellsOfLabels } from '../../../state/tables/cellsOfLabels.ts';
import { withScratchMemory } from '../../../numeric/withScratchMemory.ts';
import { LabelTable } from '../../../state/tables/labelTable.ts';
import { readArguments } from '../../readArguments.ts';
import { scoreOfSamples } from '../../undefinedScore.ts';
import { classCells, type ClassCells } from './countClasses.ts';
import type { ClassOptions, ClassTableOptions } from './classOptions.ts';

/** Arguments of a score of a classifier: a contingency table, or predictions and true classes. */
export type ClassArguments<Options> =
  | readonly [table: ContingencyTable, options?: ClassTableOptions<Options> | undefined]
  | readonly [preds: ClassPredictions, target: ClassTargets, options?: (Options & PairOptions) | undefined];

/** The part of a table that scores use. */
type Counted = Pick<LabelTable, 'cells'>;

/** Confusion matrix and options that a score of a classifier was called with. */
interface ReadClassTable<Options> {
  readonly owner: string;
  readonly cells: ClassCells;
  readonly options: Options;
}

/** Reads the arguments of a score of a classifier, and removes ignored labels. */
export function readClassTable<Options extends ClassOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: ClassArguments<Options>,
): ReadClassTable<Options> {
  const { state, options } = readArguments<Counted, ClassPredictions, ClassTargets, Options>(
    owner,
    reader,
    args,
    (first) => first instanceof LabelTable,
    (preds, target, reading) => {
      const labels = readClassLabels(preds, target, reading);
      return { cells: cellsOfLabels(labels.preds, labels.target, { sampleWeight: labels.sampleWeight }) };
    },
    CLASS_READING_OPTIONS,
  );
  return { owner, cells: classCells(owner, state.cells, options.labels, options.ignoreLabel), options };
}

/**
 * Reads a confusion matrix, and computes a number from it; NaN if there are no samples. `score` must not keep the cells
 * that it gets.
 */
export function scoreOfClasses<Options extends ClassOptions>(
  read: () => ReadClassTable<Options>,
  score: (cells: ClassCells, options: Options) => number,
): number {
  return withScratchMemory(() => {
    const { owner, cells, options } = read();
    return scoreOfSamples(owner, cells.n, options.onUndefined, () => score(cells, options));
  });
}
