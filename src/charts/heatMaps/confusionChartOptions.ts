import { classCells, type ClassCells } from '../../functional/classification/confusion/countClasses.ts';
import { classOptions } from '../../functional/classification/confusion/classOptions.ts';
import type { Label } from '../../inputs/labels.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { contingencyChartOptions, type ContingencyChartOptions } from './contingencyChartOptions.ts';

/** Options for heat maps of confusion matrices. */
export interface ConfusionChartOptions extends ContingencyChartOptions {
  /** All classes in order. Default: the labels that occur, sorted. */
  readonly labels?: readonly Label[] | undefined;
  /** Label or labels of targets to leave out, whatever is predicted for them. Default: none. */
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
}

const confusionChartOptions = /* @__PURE__ */ defineOptions<ConfusionChartOptions>('ConfusionChartOptions', () => {
  const { labels, ignoreLabel } = classOptions.checks();
  return { ...contingencyChartOptions.checks(), labels, ignoreLabel };
});

/** Validates the arguments of a heat map of a confusion matrix; returns its cells and the options. */
export function readConfusion(
  owner: string,
  table: ContingencyTable,
  given: ConfusionChartOptions | undefined,
): { cells: ClassCells; options: ConfusionChartOptions } {
  if (!(table instanceof ContingencyTable)) {
    throw inputError(owner, 'a ContingencyTable', table);
  }
  const options = confusionChartOptions(given, owner);
  return { cells: classCells(owner, table.cells, options.labels, options.ignoreLabel), options };
}
