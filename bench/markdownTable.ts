import { alignedTable } from './alignedTable.ts';
import type { Row } from './benchmarkCase.ts';

const HEAD = ['case', 'ours', 'peer', "peer's", 'ratio', 'target', 'met'];

/** Formats rows as a Markdown table with aligned columns. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { what, ours, peer, theirs, ratio, target, isMet } = row;
    const met = target === '' ? '' : isMet === undefined ? 'not measured' : isMet ? 'yes' : 'NO';
    // The reason of a failure can have several lines.
    return [what, ours, peer, theirs, ratio, target, met].map((cell) => cell.replace(/\s+/g, ' '));
  });
  return alignedTable(HEAD, lines);
}
