/** Rows of cells in columns of equal width; numbers to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, j) => Math.max(name.length, ...rows.map((row) => row[j]!.length)));
  const isNumber = head.map((_, j) => rows.every((row) => /^[-\d.… –%×]*$/.test(row[j]!)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, j) =>
        isNumber[j] === true ? cell.padStart(widths[j]!) : cell.padEnd(widths[j]!),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
