import { ContingencyTable, type Label, type Labels } from 'tfjs-metrics';

/** The label of each sample, in order, as a table has read it; each is paired with its own index. */
export function readLabels(labels: Labels, length: number): Label[] {
  const index = Int32Array.from({ length }, (_, i) => i);
  const table = ContingencyTable.of(labels, index);
  return Array.from(table.entries(), ({ pred }) => pred);
}
