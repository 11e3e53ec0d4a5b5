/** Formats a Markdown table with aligned columns: text to the left, numbers to the right. */
export function alignedTable(
  head: readonly string[],
  lines: readonly (readonly string[])[],
  isNumber: (column: number) => boolean = () => false,
): string {
  const widths = head.map((name, i) => Math.max(3, name.length, ...lines.map((l) => l[i]!.length)));
  const print = (line: readonly string[]): string => {
    const cells = line.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)));
    return `| ${cells.join(' | ')} |`;
  };
  const rule = widths.map((width, i) => (isNumber(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [print(head), print(rule), ...lines.map(print)].join('\n');
}
