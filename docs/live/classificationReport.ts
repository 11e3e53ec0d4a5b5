import { classificationReport, type ClassificationReportOptions } from 'tfjs-metrics/report';
import { checkedIn, fillChecks, keepChoice, numericColumns, startCsvReport, type Row } from './csvReport.ts';
import { element, labelled } from './element.ts';
import { EXAMPLE_SCORES } from './exampleScores.ts';

const BY_SCORES = '(highest probability)';

/** The report on the predictions of a classifier in a CSV file. */
export function start(box: HTMLElement): void {
  const target = element('select');
  const preds = element('select');
  const positive = element('select');
  const scores = element('fieldset', { class: 'checks' });
  startCsvReport(box, {
    csv: EXAMPLE_SCORES,
    controls: [
      element(
        'div',
        { class: 'row' },
        labelled('Column of true classes', target),
        labelled('Column of predicted classes', preds),
        labelled('Positive class, of two', positive),
      ),
      scores,
    ],
    fit: (rows) => {
      const columns = Object.keys(rows[0]!);
      keepChoice(target, columns, ['class', 'target', 'label', 'species']);
      keepChoice(preds, [BY_SCORES, ...columns], ['pred', 'preds', 'predicted', 'prediction']);
      const roles = [target.value, preds.value];
      const shares = numericColumns(rows, [0, 1]).filter((column) => !roles.includes(column));
      fillChecks(scores, 'Probabilities: of each class, or of the positive class', shares);
    },
    report: (rows) => {
      const classes = classesIn(rows, target.value);
      keepChoice(positive, classes, ['1', 'true', 'yes']);
      return classificationReport(
        readInputs(rows, { target: target.value, preds: preds.value, positive: positive.value }, checkedIn(scores)),
      );
    },
  });
}

function classesIn(rows: readonly Row[], target: string): string[] {
  return [...new Set(rows.map((row) => row[target]!))].sort();
}

/** @throws Error if the class of a column of probabilities is not known. */
function readInputs(
  rows: readonly Row[],
  { target, preds, positive }: Readonly<Record<'target' | 'preds' | 'positive', string>>,
  scores: readonly string[],
): ClassificationReportOptions {
  const column = (name: string): string[] => rows.map((row) => row[name]!);
  const classes = classesIn(rows, target);
  if (preds === BY_SCORES && scores.length === 0)
    throw new Error('expected predictions, probabilities or both, got none');
  const positiveLabel = classes.length === 2 ? positive : undefined;
  const inputs = {
    target: column(target),
    ...(preds !== BY_SCORES && { preds: column(preds) }),
    ...(positiveLabel !== undefined && { positiveLabel }),
  };
  if (scores.length === 0) return inputs;
  if (scores.length === 1) return { ...inputs, scores: column(scores[0]!).map(Number) };
  const labels = scores.map((name) => {
    const label = classes.find((each) => name.endsWith(each));
    if (label !== undefined) return label;
    throw new Error(
      `column "${name}": expected a name that ends with a class (${classes.join(', ')}), as p_${classes[0]!}`,
    );
  });
  return { ...inputs, labels, scores: rows.map((row) => scores.map((name) => Number(row[name]))) };
}
