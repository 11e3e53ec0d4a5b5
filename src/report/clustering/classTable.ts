import { labelText, othersText } from '../../charts/labelText.ts';
import { countFormat } from '../document/countText.ts';
import { detailOf, fillTable, percent, type ReportTable } from '../document/reportTable.ts';
import type { ClassFacts } from './clusteringFacts.ts';

/** Maximum number of clusters listed per class. */
const MAX_MEMBERS = 4;

/** Table of classes by ascending recall, with the clusters of their members. */
export function classTable(classes: readonly ClassFacts[], most: number): ReportTable {
  const sorted = [...classes].sort((a, b) => a.recall - b.recall || b.size - a.size);
  const sizeText = countFormat(classes.map(({ size }) => size));
  return fillTable<ClassFacts>(
    { title: 'Classes', detail: detailOf(sorted.length, most, 'lowest recall first') },
    sorted.slice(0, most),
    [
      { head: 'Class', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ size }) => sizeText(size) },
      { head: 'Recall', kind: 'share', cell: ({ recall }) => ({ share: recall }) },
      { head: 'Members by cluster', kind: 'list', cell: membersText },
    ],
    sorted.length,
  );
}

/** Wraps each label in bidirectional isolates, so that a right-to-left label does not reorder the text around it. */
function membersText({ members, size }: ClassFacts): string {
  const parts = members
    .slice(0, MAX_MEMBERS)
    .map(({ cluster, count }) => `${percent(count / size)} in \u2068${labelText(cluster)}\u2069`);
  const rest = members.length - MAX_MEMBERS;
  return [...parts, ...(rest > 0 ? [`the rest in ${othersText(rest)}`] : [])].join(', ');
}
