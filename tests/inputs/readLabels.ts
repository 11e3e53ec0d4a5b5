import { ContingencyTable, type Label, type Labels } from 'tfjs-metrics';

/** Returns the label of each sample as read by a table that pairs it with its index. */
export function readLabels(labels: Labels, length: number): Label[] {
  const index = Int32Array.from({ length }, (_, i) => i);
  const table = ContingencyTable.of(labels, index);
  return Array.from(table.entries(), ({ pred }) => pred);
}
