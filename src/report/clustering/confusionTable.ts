import { labelText } from '../../charts/labelText.ts';
import { countFormat } from '../document/countText.ts';
import { fillTable, type ReportTable } from '../document/reportTable.ts';
import { confusions } from './confusions.ts';
import type { ReportFacts } from './reportFacts.ts';

/** Maximum number of confusions listed. */
const MAX_CONFUSIONS = 8;

/** Table of the largest groups of samples in a cluster where another class is most common. */
export function confusionTable({ classes, clusters }: Pick<ReportFacts, 'classes' | 'clusters'>): ReportTable {
  const largest = confusions(classes, clusters, MAX_CONFUSIONS);
  const text = countFormat(largest.map(({ count }) => count));
  return fillTable({ title: 'Largest confusions', medium: 'page', isBeside: true }, largest, [
    { head: 'Class', kind: 'label', cell: (part) => labelText(part.class) },
    { head: 'In cluster', kind: 'label', cell: ({ cluster }) => labelText(cluster) },
    { head: 'Most common there', kind: 'label', cell: ({ dominantClass }) => labelText(dominantClass) },
    { head: 'Samples', kind: 'number', cell: ({ count }) => text(count) },
    { head: 'Share of class', kind: 'share', cell: ({ share }) => ({ share }) },
  ]);
}
