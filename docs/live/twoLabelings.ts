import * as lib from 'tfjs-metrics';
import { choice, element, guarded, labelled } from './element.ts';
import { scoreTiles } from './scoreTiles.ts';

const EXAMPLES: Readonly<Record<string, readonly [preds: string, target: string]>> = {
  'Good clusters': ['0 0 0 0 1 1 1 1 2 2 2 2', 'cat cat cat dog dog dog dog dog owl owl owl owl'],
  'Equal partitions': ['2 2 2 2 0 0 0 0 1 1 1 1', 'cat cat cat cat dog dog dog dog owl owl owl owl'],
  'Each sample alone': ['0 1 2 3 4 5 6 7 8 9 10 11', 'cat cat cat cat dog dog dog dog owl owl owl owl'],
  Independent: ['0 1 0 1 0 1 0 1', 'cat cat dog dog cat cat dog dog'],
};

const SCORES = {
  'Normalized mutual information': lib.normalizedMutualInfoScore,
  'Adjusted mutual information': lib.adjustedMutualInfoScore,
  'Adjusted Rand index': lib.adjustedRandScore,
  Homogeneity: lib.homogeneityScore,
  Completeness: lib.completenessScore,
};

/** Two lists of labels, their contingency table and scores. */
export function start(box: HTMLElement): void {
  const preds = element('textarea', { rows: 2, spellcheck: 'false', name: 'preds' });
  const target = element('textarea', { rows: 2, spellcheck: 'false', name: 'target' });
  const unit = choice(['nats', 'bits']);
  const message = element('p', { class: 'problem', role: 'alert' });
  const result = element('div', { class: 'result' });
  const examples = Object.entries(EXAMPLES).map(([name, [first, second]]) => {
    const button = element('button', { type: 'button' }, name);
    button.addEventListener('click', () => {
      [preds.value, target.value] = [first, second];
      update();
    });
    return button;
  });

  const update = (): void =>
    guarded(box, message, () => {
      const labels = [labelsIn(preds.value), labelsIn(target.value)] as const;
      const table = lib.ContingencyTable.of(...labels);
      const base = unit.value === 'bits' ? 2 : Math.E;
      const greatest = Math.min(...labels.map((of) => lib.entropyScore(of, { base })));
      result.replaceChildren(
        scoreTiles([
          { name: `Mutual information (${unit.value})`, value: lib.mutualInfoScore(table, { base }), greatest },
          ...Object.entries(SCORES).map(([name, score]) => ({ name, value: score(table), greatest: 1 })),
        ]),
        element(
          'div',
          { class: 'table-scroll', role: 'region', 'aria-label': 'Contingency table' },
          countsTable(table),
        ),
      );
    });

  for (const control of [preds, target, unit]) control.addEventListener('input', update);
  [preds.value, target.value] = EXAMPLES['Good clusters']!;
  box.replaceChildren(
    element('div', { class: 'buttons', role: 'group', 'aria-label': 'Examples' }, ...examples),
    labelled('Predicted labels, separated by spaces', preds),
    labelled('True labels', target),
    labelled('Unit', unit),
    message,
    result,
  );
  update();
}

/** Labels separated by spaces, commas or line ends. */
function labelsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((label) => label !== '');
}

/** Counts, shaded by what each cell adds to the mutual information. */
function countsTable(table: lib.ContingencyTable): HTMLTableElement {
  const { n, predLabels, predSizes, targetLabels, targetSizes } = table;
  const matrix = table.toMatrix();
  const added = (row: number, column: number): number => {
    const count = matrix[row]![column]!;
    return count === 0 ? 0 : (count / n) * Math.log((count * n) / (predSizes[column]! * targetSizes[row]!));
  };
  const most = Math.max(
    1e-12,
    ...matrix.flatMap((counts, row) => counts.map((_, column) => Math.abs(added(row, column)))),
  );
  const cell = (count: number, row: number, column: number): HTMLElement => {
    const share = added(row, column) / most;
    const isShaded = Math.abs(share) > 1e-9;
    const made = element(
      'td',
      { class: isShaded ? (share < 0 ? 'less' : 'more') : undefined },
      count === 0 ? '·' : String(count),
    );
    made.style.setProperty('--share', Math.abs(share).toFixed(3));
    return made;
  };
  return element(
    'table',
    { class: 'counts' },
    element('caption', {}, 'Counts: rows are true labels, columns are predictions'),
    element(
      'thead',
      {},
      element('tr', {}, element('td'), ...predLabels.map((label) => element('th', { scope: 'col' }, String(label)))),
    ),
    element(
      'tbody',
      {},
      ...targetLabels.map((label, row) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, String(label)),
          ...matrix[row]!.map((count, column) => cell(count, row, column)),
        ),
      ),
    ),
  );
}
