/** Formats rows of cells as a table for a terminal, in columns padded to equal width. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isRight: (column: number) => boolean = () => false,
): string {
  const widths = head.map((name, j) => rows.reduce((most, row) => Math.max(most, lengthOf(row[j]!)), lengthOf(name)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, j) => {
        const gap = ' '.repeat(widths[j]! - lengthOf(cell));
        return isRight(j) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Number of code points. */
function lengthOf(text: string): number {
  return [...text].length;
}
