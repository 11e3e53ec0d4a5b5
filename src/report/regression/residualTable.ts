import { labelText } from '../../charts/labelText.ts';
import { numberFormat } from '../../charts/numberFormat.ts';
import { resolvingFormat } from '../../charts/resolvingFormat.ts';
import { countFormat } from '../document/countText.ts';
import { fillTable, type ReportTable } from '../document/reportTable.ts';
import type { PredictionGroupFacts, ResidualQuantile, WorstSampleFacts } from './regressionFacts.ts';

/** Table of quantiles of the residuals. */
export function residualTable(quantiles: readonly ResidualQuantile[]): ReportTable {
  const text = numberFormat(quantiles.flatMap(({ residual, absolute }) => [residual, absolute]));
  return fillTable<ResidualQuantile>({ title: 'Quantiles of residuals', isBeside: true }, quantiles, [
    { head: 'Share of samples', kind: 'label', cell: ({ share }) => nameOf(share) },
    { head: 'Residual', kind: 'number', cell: ({ residual }) => text(residual) },
    { head: 'Absolute', kind: 'number', cell: ({ absolute }) => text(absolute) },
  ]);
}

function nameOf(share: number): string {
  if (share === 0) return 'smallest';
  if (share === 1) return 'largest';
  return share === 0.5 ? 'median' : `${Number((100 * share).toPrecision(6))} %`;
}

/** Table of groups of similar predictions. */
export function groupTable(groups: readonly PredictionGroupFacts[]): ReportTable {
  const count = countFormat(groups.map(({ samples }) => samples));
  const ends = groups.flatMap(({ least, greatest }) => [least, greatest]);
  const text = resolvingFormat(ends, (ends.at(-1)! - ends[0]!) / groups.length);
  const residual = numberFormat(groups.flatMap((group) => [group.residual, group.absolute]));
  return fillTable<PredictionGroupFacts>({ title: 'Samples with similar predictions' }, groups, [
    { head: 'Predictions', kind: 'label', cell: ({ least, greatest }) => `${text(least)} … ${text(greatest)}` },
    { head: 'Samples', kind: 'number', cell: ({ samples }) => count(samples) },
    { head: 'Mean residual', kind: 'number', cell: (group) => residual(group.residual) },
    { head: 'Mean absolute residual', kind: 'number', cell: (group) => residual(group.absolute) },
  ]);
}

/** Table of the samples with the largest residuals. */
export function worstTable(worst: readonly WorstSampleFacts[], most: number): ReportTable {
  const shown = worst.slice(0, most);
  const ofResidual = numberFormat(shown.map(({ residual }) => residual));
  const text = resolvingFormat(
    shown.flatMap(({ prediction, target }) => [prediction, target]),
    Math.abs(shown[0]?.residual ?? 0),
  );
  return fillTable<WorstSampleFacts>(
    { title: 'Worst samples', detail: 'largest absolute residual first' },
    shown,
    [
      { head: 'Sample', kind: 'label', cell: ({ name }) => labelText(name, 40) },
      { head: 'Prediction', kind: 'number', cell: ({ prediction }) => text(prediction) },
      { head: 'Target', kind: 'number', cell: ({ target }) => text(target) },
      { head: 'Residual', kind: 'number', cell: ({ residual }) => ofResidual(residual) },
    ],
    worst.length,
  );
}
