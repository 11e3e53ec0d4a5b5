import type { ContingencyTable } from 'tfjs-metrics';
import { contingencyChart, historyChart } from 'tfjs-metrics/charts';
import { renderSvg } from 'tfjs-metrics/report';
import type { Task } from './tasks.ts';

/** Results of an epoch. */
export interface Epoch {
  readonly loss: number;
  /** Scores in the order of the task. */
  readonly scores: readonly number[];
  /** Number of tensors at its end. */
  readonly tensors: number;
}

/** Button that pauses and resumes training. */
export const trainButton: HTMLButtonElement = element('train') as HTMLButtonElement;

/** Shows a status message. */
export function showStatus(text: string): void {
  element('status').textContent = text;
}

/** Shows the words of a task, and the names of its scores. */
export function showTask({ title, description, scores, scoreNote, tableNote }: Task): void {
  document.title = `${title} – tfjs-metrics`;
  element('title').textContent = title;
  element('description').prepend(`${description} `);
  element('score-note').textContent = scoreNote;
  element('table-note').textContent = tableNote;
  for (const link of element('tasks').querySelectorAll('a')) {
    if (link.textContent === title) link.setAttribute('aria-current', 'page');
  }
  const titles = Object.values(scores);
  for (const name of ['Epoch', ...titles, 'Tensors in memory']) {
    const fact = document.createElement('div');
    fact.append(document.createElement('dt'), document.createElement('dd'));
    fact.firstElementChild!.textContent = name;
    fact.lastElementChild!.textContent = '–';
    element('facts').append(fact);
  }
  for (const name of ['Epoch', 'Loss', ...titles, 'Tensors']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    element('columns').append(cell);
  }
}

/** Shows the results of the last epoch and adds them to the table of all epochs. */
export function showEpoch(number: number, { loss, scores, tensors }: Epoch): void {
  const shown = [String(number), ...scores.map((score) => score.toFixed(3)), String(tensors)];
  element('facts')
    .querySelectorAll('dd')
    .forEach((fact, k) => (fact.textContent = shown[k]!));
  const row = document.createElement('tr');
  for (const text of [shown[0]!, loss.toFixed(3), ...shown.slice(1)]) row.insertCell().textContent = text;
  element('epochs').append(row);
}

/** Draws the scores of all epochs, and the table of digits and outputs in the last epoch. */
export async function showCharts(
  { scores }: Task,
  epochs: readonly Epoch[],
  contingency: ContingencyTable,
): Promise<void> {
  const histories = Object.values(scores).map((name, k) => ({
    name,
    values: epochs.map((epoch) => epoch.scores[k]!),
    range: [0, 1] as const,
  }));
  const curves = historyChart(histories, { stepName: 'epoch', steps: epochs.map((_, k) => k + 1) });
  const titles = { title: 'Images by digit and output', rowTitle: 'digit', columnTitle: 'output' };
  const [drawnCurves, drawnTable] = await Promise.all([
    renderSvg(curves, { title: 'Scores by epoch' }),
    renderSvg(contingencyChart(contingency, titles), { title: titles.title }),
  ]);
  element('curves').innerHTML = drawnCurves;
  element('contingency').innerHTML = drawnTable;
}

function element(id: string): HTMLElement {
  return document.getElementById(id)!;
}
