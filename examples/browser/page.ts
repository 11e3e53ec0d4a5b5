import type { ContingencyTable } from 'tfjs-metrics';
import { contingencyChart, historyChart } from 'tfjs-metrics/charts';
import { renderSvg } from 'tfjs-metrics/report';

/** Results of an epoch. */
export interface Epoch {
  readonly loss: number;
  readonly nmi: number;
  readonly ari: number;
  readonly softMi: number;
  /** Number of tensors at its end. */
  readonly tensors: number;
}

/** Button that pauses and resumes training. */
export const trainButton: HTMLButtonElement = element('train') as HTMLButtonElement;

/** Shows a status message. */
export function showStatus(text: string): void {
  element('status').textContent = text;
}

/** Shows the results of the last epoch and adds them to the table of all epochs. */
export function showEpoch(number: number, { loss, nmi, ari, softMi, tensors }: Epoch): void {
  const texts = {
    epoch: String(number),
    loss: loss.toFixed(3),
    nmi: nmi.toFixed(3),
    ari: ari.toFixed(3),
    softMi: softMi.toFixed(3),
    tensors: String(tensors),
  };
  const row = document.createElement('tr');
  for (const [name, text] of Object.entries(texts)) {
    const fact = document.getElementById(name);
    if (fact) fact.textContent = text;
    row.insertCell().textContent = text;
  }
  element('epochs').append(row);
}

/** Draws the scores of all epochs, and the table of digits and outputs in the last epoch. */
export async function showCharts(epochs: readonly Epoch[], contingency: ContingencyTable): Promise<void> {
  const score = (name: string, of: (epoch: Epoch) => number) =>
    ({ name, values: epochs.map(of), range: [0, 1] }) as const;
  const curves = historyChart(
    [score('NMI', ({ nmi }) => nmi), score('ARI', ({ ari }) => ari), score('soft MI', ({ softMi }) => softMi)],
    { stepName: 'epoch', steps: epochs.map((_, k) => k + 1) },
  );
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
