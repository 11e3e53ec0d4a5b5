import type { Row } from './benchmarkCase.ts';

const HEAD = ['case', 'ours', 'peer', "peer's", 'ratio', 'target', 'met'];

/** Rows as a Markdown table whose columns line up in a terminal too. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { what, ours, peer, theirs, ratio, target, isMet } = row;
    const met = target === '' ? '' : isMet === undefined ? 'not measured' : isMet ? 'yes' : 'NO';
    return [what, ours, peer, theirs, ratio, target, met];
  });
  const widths = HEAD.map((name, i) => Math.max(name.length, ...lines.map((l) => l[i]!.length)));
  const print = (line: readonly string[]): string =>
    `| ${line.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [print(HEAD), print(widths.map((width) => '-'.repeat(width))), ...lines.map(print)].join(
    '\n',
  );
}
