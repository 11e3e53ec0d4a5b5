import { presentPairs, type NominalLabels } from '../../inputs/presentPairs.ts';
import {
  MISSING_READING_OPTIONS,
  type NominalOptions,
  type NominalTableOptions,
} from '../../inputs/options/nominalOptions.ts';
import { requireNoReadingOptions } from '../../inputs/options/optionCheck.ts';
import { readWeightedOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { LabelTable } from '../../state/tables/labelTable.ts';
import { readTable, type ReadTable } from '../readTable.ts';

/** Arguments of a nominal score: a contingency table, or the labels. */
export type NominalArguments<Options> =
  | readonly [table: ContingencyTable, options?: NominalTableOptions<Options> | undefined]
  | readonly [preds: NominalLabels, target: NominalLabels, options?: (Options & PairOptions) | undefined];

/** Reads the arguments of a nominal score, and handles missing and ignored labels. */
export function readNominalTable<Options extends NominalOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: NominalArguments<Options>,
): ReadTable<Options> {
  const [preds, target, given] = args;
  if (preds instanceof LabelTable) {
    const options = reader(target, owner);
    requireNoReadingOptions(owner, options, MISSING_READING_OPTIONS);
    return readTable(owner, reader, [preds, options]);
  }
  const [options, sampleWeight] = readWeightedOptions(reader, given, owner);
  const pairs = { preds, target: target as NominalLabels, sampleWeight };
  const present = presentPairs(pairs, options);
  const call = { ...options, sampleWeight: present.sampleWeight };
  return readTable(owner, reader, [present.preds, present.target, call]);
}
