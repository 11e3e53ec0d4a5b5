import type { BootstrapInterval } from '../../functional/bootstrap/bootstrapOptions.ts';
import { bootstrapInterval } from '../../functional/bootstrapInterval.ts';
import { declareRange } from '../../functional/scoreRange.ts';
import type { ContingencyMetric } from '../../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { affordableDraws } from './affordableDraws.ts';
import { countText } from '../document/countText.ts';

/** Metric that computes a number from a contingency table. */
export type TableMetric = Pick<ContingencyMetric, 'computeFrom' | 'valueRanges'>;

/**
 * Computes confidence intervals of the scores of a table from the same draws, and appends a note on them.
 *
 * @param of - which scores these are, in the note. Default: all.
 * @param draws - number of bootstrap tables. Default: fewer for larger tables, and 0 for the largest.
 */
export function tableIntervals(
  table: ContingencyTable,
  metrics: Readonly<Record<string, TableMetric>>,
  { draws: asked, seed }: { readonly draws?: number | undefined; readonly seed: number },
  notes: string[],
  of = '',
): Record<string, BootstrapInterval> {
  const cells = table.cells.count.length;
  const draws = asked ?? affordableDraws(cells);
  if (draws === 0) {
    notes.push(`The table has ${countText(cells)} cells: intervals are omitted unless the option "draws" is given.`);
    return {};
  }
  const scores = Object.entries(metrics).map(([name, metric]) => {
    const score = (drawn: ContingencyTable): number => metric.computeFrom(drawn);
    const [range] = metric.valueRanges(table, NaN);
    return [name, declareRange(score, range!)] as const;
  });
  notes.push(`95 % confidence intervals${of} by test inversion, from ${draws} bootstrap tables.`);
  return bootstrapInterval(Object.fromEntries(scores), table, { draws, seed });
}
