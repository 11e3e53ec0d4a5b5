import { clusteringReport, type ClusteringReportOptions } from 'tfjs-metrics/report';
import { checkedIn, fillChecks, keepChoice, numericColumns, startCsvReport, type Row } from './csvReport.ts';
import { element, labelled } from './element.ts';
import { EXAMPLE_CSV } from './exampleCsv.ts';

const NONE = '(none)';

/** The report on the clusters in a CSV file. */
export function start(box: HTMLElement): void {
  const preds = element('select');
  const target = element('select');
  const features = element('fieldset', { class: 'checks' });
  startCsvReport(box, {
    csv: EXAMPLE_CSV,
    controls: [
      element(
        'div',
        { class: 'row' },
        labelled('Column of clusters', preds),
        labelled('Column of true classes', target),
      ),
      features,
    ],
    fit: (rows) => {
      const columns = Object.keys(rows[0]!);
      keepChoice(preds, columns, ['cluster', 'pred', 'preds']);
      keepChoice(target, [NONE, ...columns], ['class', 'target', 'label', 'species']);
      const roles = [preds.value, target.value];
      const numeric = numericColumns(rows).filter((column) => !roles.includes(column));
      fillChecks(features, 'Features, for silhouettes', numeric);
    },
    report: (rows) => clusteringReport(readInputs(rows, preds.value, target.value, checkedIn(features))),
  });
}

function readInputs(
  rows: readonly Row[],
  preds: string,
  target: string,
  features: readonly string[],
): ClusteringReportOptions {
  const column = (name: string): string[] => rows.map((row) => row[name]!);
  return {
    preds: column(preds),
    ...(target !== NONE && { target: column(target) }),
    ...(features.length > 0 && { data: rows.map((row) => features.map((name) => Number(row[name]))) }),
  };
}
