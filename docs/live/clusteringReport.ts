import { parse } from 'csv-parse/browser/esm/sync';
import { clusteringReport, type ClusteringReport, type ClusteringReportOptions } from 'tfjs-metrics/report';
import { choice, element, guarded, labelled } from './element.ts';
import { EXAMPLE_CSV } from './exampleCsv.ts';

type Row = Readonly<Record<string, string>>;

const NONE = '(none)';

/** A CSV file, the choice of its columns, and the report. */
export function start(box: HTMLElement): void {
  const csv = element('textarea', { rows: 8, spellcheck: 'false', name: 'csv', class: 'code' });
  const file = element('input', { type: 'file', accept: '.csv,.tsv,text/csv' });
  const preds = element('select');
  const target = element('select');
  const features = element('fieldset', { class: 'checks' });
  const message = element('p', { class: 'problem', role: 'alert' });
  const result = element('iframe', { class: 'result', title: 'Report', sandbox: 'allow-same-origin' });
  result.addEventListener('load', () => fitToContent(result));
  const save = element('button', { type: 'button' }, 'Save as HTML page');
  let rows: readonly Row[] = [];

  const update = (): void =>
    guarded(box, message, () => {
      const chosen = [...features.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
      const report = clusteringReport(readInputs(rows, preds.value, target.value, chosen));
      box.dataset['scores'] = JSON.stringify(report.scores);
      void showPage(report, result, message);
    });
  const readFile = (): void =>
    guarded(box, message, () => {
      rows = readRows(csv.value);
      const columns = Object.keys(rows[0]!);
      const numeric = columns.filter((column) => rows.every((row) => isNumber(row[column])));
      keepChoice(preds, columns, ['cluster', 'pred', 'preds']);
      keepChoice(target, [NONE, ...columns], ['class', 'target', 'label', 'species']);
      const roles = [preds.value, target.value];
      features.replaceChildren(
        element('legend', {}, 'Features, for silhouettes'),
        ...numeric.filter((column) => !roles.includes(column)).map(checkbox),
      );
      update();
    });

  csv.addEventListener('input', readFile);
  for (const control of [preds, target, features]) control.addEventListener('input', update);
  file.addEventListener('change', () => {
    void file.files?.[0]?.text().then((text) => {
      csv.value = text;
      readFile();
    });
  });
  save.addEventListener('click', () => savePage(result));
  addEventListener('resize', () => fitToContent(result));

  csv.value = EXAMPLE_CSV;
  box.replaceChildren(
    labelled('CSV with a header', csv),
    labelled('or open a file', file),
    element('div', { class: 'row' }, labelled('Column of clusters', preds), labelled('Column of true classes', target)),
    features,
    message,
    element('div', { class: 'buttons' }, save),
    result,
  );
  readFile();
}

/** @throws Error if the text is not CSV with a header and at least one row. */
function readRows(text: string): Row[] {
  const delimiter = text.split('\n', 1)[0]!.includes('\t') ? '\t' : ',';
  const rows: Row[] = parse(text, { columns: true, skip_empty_lines: true, trim: true, delimiter });
  if (rows.length === 0) throw new Error('csv: expected a header and at least one row, got none');
  return rows;
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

function isNumber(text: string | undefined): boolean {
  return text !== undefined && text !== '' && Number.isFinite(Number(text));
}

function checkbox(column: string): HTMLElement {
  const input = element('input', { type: 'checkbox', value: column, checked: '' });
  return element('label', {}, input, ` ${column}`);
}

/** Fills a choice with columns; keeps what was chosen, or takes a column by its usual name. */
function keepChoice(select: HTMLSelectElement, columns: readonly string[], usual: readonly string[]): void {
  const before = select.value;
  select.replaceChildren(...choice(columns).children);
  const guess = columns.find((column) => usual.includes(column.toLowerCase()));
  select.value = columns.includes(before) ? before : (guess ?? columns[0]!);
}

/** Shows the page that `toHTML()` makes, unless a later report comes first. */
async function showPage(report: ClusteringReport, frame: HTMLIFrameElement, message: HTMLElement): Promise<void> {
  latest = report;
  try {
    const page = await report.toHTML();
    if (latest === report) frame.srcdoc = page;
  } catch (error) {
    message.textContent = String(error);
  }
}

let latest: ClusteringReport | undefined;

function fitToContent(frame: HTMLIFrameElement): void {
  frame.style.height = `${frame.contentDocument!.documentElement.scrollHeight}px`;
}

function savePage(frame: HTMLIFrameElement): void {
  const page = new Blob([frame.srcdoc], { type: 'text/html' });
  const link = element('a', { href: URL.createObjectURL(page), download: 'report.html' });
  link.click();
  URL.revokeObjectURL(link.href);
}
