import { parse } from 'csv-parse/browser/esm/sync';
import { choice, element, guarded, labelled } from './element.ts';

/** A row of a CSV file by column. */
export type Row = Readonly<Record<string, string>>;

/** A report with its page. */
interface PagedReport {
  readonly scores: readonly unknown[];
  toHTML(): Promise<string>;
}

/** The parts of a report on a CSV file that depend on the kind of report. */
interface CsvReport {
  /** File at first. */
  readonly csv: string;
  /** Choices below the file. */
  readonly controls: readonly HTMLElement[];
  /** Fits the choices to another file. */
  readonly fit: (rows: readonly Row[]) => void;
  /** Creates the report of the chosen columns. */
  readonly report: (rows: readonly Row[]) => PagedReport;
}

/** A CSV file, the choice of its columns, and the report. */
export function startCsvReport(box: HTMLElement, { csv: first, controls, fit, report }: CsvReport): void {
  const csv = element('textarea', { rows: 8, spellcheck: 'false', name: 'csv', class: 'code' });
  const file = element('input', { type: 'file', accept: '.csv,.tsv,text/csv' });
  const message = element('p', { class: 'problem', role: 'alert' });
  const result = element('iframe', { class: 'result', title: 'Report', sandbox: 'allow-same-origin' });
  result.addEventListener('load', () => fitToContent(result));
  const save = element('button', { type: 'button' }, 'Save as HTML page');
  let rows: readonly Row[] = [];

  const update = (): void =>
    guarded(box, message, () => {
      const made = report(rows);
      box.dataset['scores'] = JSON.stringify(made.scores);
      void showPage(made, result, message);
    });
  const readFile = (): void =>
    guarded(box, message, () => {
      rows = readRows(csv.value);
      fit(rows);
      update();
    });

  csv.addEventListener('input', readFile);
  for (const control of controls) control.addEventListener('input', update);
  file.addEventListener('change', () => {
    void file.files?.[0]?.text().then((text) => {
      csv.value = text;
      readFile();
    });
  });
  save.addEventListener('click', () => savePage(result));
  addEventListener('resize', () => fitToContent(result));

  csv.value = first;
  box.replaceChildren(
    labelled('CSV with a header', csv),
    labelled('or open a file', file),
    ...controls,
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

/** Names of the columns whose cells are all numbers in a range. */
export function numericColumns(
  rows: readonly Row[],
  [least, greatest]: readonly [least: number, greatest: number] = [-Infinity, Infinity],
): string[] {
  const isNumber = (text: string | undefined): boolean => {
    const value = text === undefined || text === '' ? NaN : Number(text);
    return Number.isFinite(value) && value >= least && value <= greatest;
  };
  return Object.keys(rows[0]!).filter((column) => rows.every((row) => isNumber(row[column])));
}

/** Checkboxes for columns, all checked. */
export function fillChecks(checks: HTMLFieldSetElement, title: string, columns: readonly string[]): void {
  const checkbox = (column: string): HTMLElement => {
    const input = element('input', { type: 'checkbox', value: column, checked: '' });
    return element('label', {}, input, ` ${column}`);
  };
  checks.replaceChildren(element('legend', {}, title), ...columns.map(checkbox));
}

/** Names of the columns that are checked. */
export function checkedIn(checks: HTMLFieldSetElement): string[] {
  return [...checks.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
}

/** Fills a choice with values; keeps what was chosen, or takes a value by its usual name, or the first one. */
export function keepChoice(select: HTMLSelectElement, values: readonly string[], usual: readonly string[] = []): void {
  const before = select.value;
  select.replaceChildren(...choice(values).children);
  const guess = values.find((value) => usual.includes(value.toLowerCase()));
  select.value = values.includes(before) ? before : (guess ?? values[0]!);
}

/** Shows the page that `toHTML()` makes, unless a later report comes first. */
async function showPage(report: PagedReport, frame: HTMLIFrameElement, message: HTMLElement): Promise<void> {
  latest = report;
  try {
    const page = await report.toHTML();
    if (latest === report) frame.srcdoc = page;
  } catch (error) {
    message.textContent = String(error);
  }
}

let latest: PagedReport | undefined;

function fitToContent(frame: HTMLIFrameElement): void {
  // The scroll height of a page is at least the height of its frame.
  frame.style.height = '0';
  frame.style.height = `${frame.contentDocument!.documentElement.scrollHeight}px`;
}

function savePage(frame: HTMLIFrameElement): void {
  const page = new Blob([frame.srcdoc], { type: 'text/html' });
  const link = element('a', { href: URL.createObjectURL(page), download: 'report.html' });
  link.click();
  URL.revokeObjectURL(link.href);
}
