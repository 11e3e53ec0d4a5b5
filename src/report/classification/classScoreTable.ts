import { labelText } from '../../charts/labelText.ts';
import { numberFormat } from '../../charts/numberFormat.ts';
import { labelKey } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { countFormat } from '../document/countText.ts';
import { detailOf, fillTable, percent, type ReportTable } from '../document/reportTable.ts';
import type { CalibrationFacts, PredictedClassFacts, ThresholdFacts } from './classificationFacts.ts';

/** Maximum number of confusions listed. */
const MAX_CONFUSIONS = 8;

/** Table of classes by ascending F1 score. */
export function classScoreTable(classes: readonly PredictedClassFacts[], most: number): ReportTable {
  // Classes without an F1 score neither occur nor are predicted.
  const sorted = [...classes].sort((a, b) => sortKey(a) - sortKey(b) || b.support - a.support);
  const shown = sorted.slice(0, most);
  const text = countFormat(shown.flatMap(({ support, predicted }) => [support, predicted]));
  const areaText = numberFormat(shown.map(({ auroc }) => auroc));
  return fillTable<PredictedClassFacts>(
    { title: 'Classes', detail: detailOf(sorted.length, most, 'lowest F1 score first') },
    shown,
    [
      { head: 'Class', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ support }) => text(support) },
      { head: 'Predicted', kind: 'number', cell: ({ predicted }) => text(predicted) },
      { head: 'Precision', kind: 'share', cell: ({ precision }) => ({ share: precision }) },
      { head: 'Recall', kind: 'share', cell: ({ recall }) => ({ share: recall }) },
      { head: 'F1 score', kind: 'share', cell: ({ f1Score }) => ({ share: f1Score }) },
      shown.some(({ auroc }) => auroc !== undefined) && {
        head: 'AUROC',
        kind: 'number',
        cell: ({ auroc = NaN }) => (Number.isNaN(auroc) ? '–' : areaText(auroc)),
      },
    ],
    sorted.length,
  );
}

function sortKey({ f1Score }: PredictedClassFacts): number {
  return Number.isNaN(f1Score) ? Infinity : f1Score;
}

/** Table of the most common confusions, in words. */
export function confusionsTable(table: ContingencyTable): ReportTable {
  const { cells } = table;
  const errors = [...table.entries()]
    .filter(({ pred, target }) => labelKey(pred) !== labelKey(target))
    .sort((a, b) => b.count - a.count);
  const shown = errors.slice(0, MAX_CONFUSIONS);
  const sizes = new Map(cells.targetLabels.map((label, i) => [label, cells.targetSizes[i]!]));
  const text = countFormat(shown.map(({ count }) => count));
  return fillTable(
    { title: 'Most common confusions', isBeside: true },
    shown,
    [
      {
        head: 'Confusion',
        kind: 'label',
        cell: ({ pred, target }) => `${isolated(target)} predicted as ${isolated(pred)}`,
      },
      { head: 'Samples', kind: 'number', cell: ({ count }) => text(count) },
      { head: 'Share of class', kind: 'number', cell: ({ target, count }) => percent(count / sizes.get(target)!) },
    ],
    errors.length,
  );
}

/** Wraps a label in bidirectional isolates, so that a right-to-left label does not reorder the text around it. */
function isolated(label: Parameters<typeof labelText>[0]): string {
  return `\u2068${labelText(label)}\u2069`;
}

const CRITERIA: Readonly<Record<ThresholdFacts['by'], string>> = {
  fBeta: 'greatest F1 score',
  youden: 'greatest TPR − FPR',
};

/** Table of thresholds that are best by some criterion, with the rates at each. */
export function thresholdTable(thresholds: readonly ThresholdFacts[]): ReportTable {
  const text = numberFormat(thresholds.map(({ threshold }) => threshold));
  return fillTable<ThresholdFacts>(
    { title: 'Best thresholds', detail: 'chosen from these samples, so they are optimistic' },
    thresholds,
    [
      { head: 'Best by', kind: 'label', cell: ({ by }) => CRITERIA[by] },
      {
        head: 'Threshold',
        kind: 'number',
        cell: ({ threshold }) => (Number.isFinite(threshold) ? `≥ ${text(threshold)}` : 'none'),
      },
      { head: 'Precision', kind: 'share', cell: ({ precision }) => ({ share: precision }) },
      { head: 'Recall', kind: 'share', cell: ({ recall }) => ({ share: recall }) },
      { head: 'False positive rate', kind: 'share', cell: ({ fpr }) => ({ share: fpr }) },
      { head: 'F1 score', kind: 'share', cell: ({ f1Score }) => ({ share: f1Score }) },
    ],
  );
}

/** Table of the bins of a reliability diagram, for text. */
export function calibrationTable({ of, meanPredicted, positiveShare, weight }: CalibrationFacts): ReportTable {
  const text = countFormat(weight);
  return fillTable<number>(
    { title: 'Calibration', medium: 'text' },
    weight.map((_, k) => k),
    [
      {
        head: of === 'positive' ? 'Mean probability' : 'Mean highest probability',
        kind: 'share',
        cell: (k) => ({ share: meanPredicted[k]! }),
      },
      {
        head: of === 'positive' ? 'Positive samples' : 'Correct predictions',
        kind: 'share',
        cell: (k) => ({ share: positiveShare[k]! }),
      },
      { head: 'Samples', kind: 'number', cell: (k) => text(weight[k]!) },
    ],
  );
}
