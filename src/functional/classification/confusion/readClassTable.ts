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
import { LabelTable } from '../../../state/tables/labelTable.ts';
import { readArguments } from '../../readArguments.ts';
import type { ReadTable } from '../../readTable.ts';
import { classCells, type ClassCells } from './countClasses.ts';
import type { ClassOptions, ClassTableOptions } from './classOptions.ts';

/** Arguments of a score of a classifier: a contingency table, or predictions and true classes. */
export type ClassArguments<Options> =
  | readonly [table: ContingencyTable, options?: ClassTableOptions<Options> | undefined]
  | readonly [preds: ClassPredictions, target: ClassTargets, options?: (Options & PairOptions) | undefined];

/** The part of a table that scores use. */
type Counted = Pick<LabelTable, 'cells'>;

/** Reads the arguments of a score of a classifier, and removes ignored labels. */
export function readClassTable<Options extends ClassOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: ClassArguments<Options>,
): ReadTable<Options, ClassCells> {
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
