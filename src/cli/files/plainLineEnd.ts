import { isUtf8, type Buffer } from 'node:buffer';
import { wholeLines } from './wholeLines.ts';

/** Maximum number of bytes in a batch of whole lines; DuckDB limits a line to 2 MB. */
const LONGEST = 1_500_000;

const BYTE_ORDER_MARK = '\uFEFF';

/** Matches blank lines, and line ends other than CRLF. */
const OTHER_THAN_CRLF = /(^|[^\r])\n|\r([^\n]|$)|^\r|\n\r/;

/**
 * Checks that both readers parse the same rows from a file: valid UTF-8, one kind of line end, no blank lines,
 * quotation marks only around whole cells, no line ends within cells, and no empty cells beyond the last column.
 *
 * @param bytes - content of the file, decompressed but not decoded.
 * @param width - number of columns.
 * @returns the line end, or undefined if the readers may differ.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export async function plainLineEnd(
  bytes: AsyncIterable<Buffer>,
  delimiter: string,
  width: number,
): Promise<'\n' | '\r\n' | undefined> {
  if (delimiter > '\u007f') return undefined;
  let lineEnd: '\n' | '\r\n' | undefined;
  let isFirst = true;
  for await (const chunk of wholeLines(bytes)) {
    if (!isUtf8(chunk)) return undefined;
    const hasMark = isFirst && chunk.indexOf(BYTE_ORDER_MARK) === 0;
    const lines = hasMark ? chunk.subarray(3) : chunk;
    if (lines.length > LONGEST || lines.includes(0) || lines.includes(BYTE_ORDER_MARK)) return undefined;
    const ending = !lines.includes('\n') ? (lineEnd ?? '\n') : lines.includes('\r\n') ? '\r\n' : '\n';
    lineEnd ??= ending;
    if (ending !== lineEnd) return undefined;
    const isOdd =
      ending === '\n' ? lines.includes('\r') || hasBlankLine(lines) : OTHER_THAN_CRLF.test(lines.toString('latin1'));
    if (isOdd || hasCellsBeyond(lines, delimiter, ending, width)) return undefined;
    if (lines.includes('"') && !hasPlainQuotes(lines.toString('latin1'), delimiter)) return undefined;
    isFirst = false;
  }
  return lineEnd;
}

function hasBlankLine(lines: Buffer): boolean {
  return lines[0] === 0x0a || lines.includes('\n\n');
}

/** Returns true if a row may end in an empty cell beyond the last column, which DuckDB ignores. */
function hasCellsBeyond(lines: Buffer, delimiter: string, ending: string, width: number): boolean {
  const isBeyond = (last: number): boolean => {
    const line = lines.toString('latin1', lines.lastIndexOf('\n', last) + 1, last + 1);
    return line.includes('"') || line.split(delimiter).length > width;
  };
  const last = lines.length - 1;
  if (lines[last] === delimiter.charCodeAt(0) && isBeyond(last)) return true;
  const emptyEnd = `${delimiter}${ending}`;
  for (let at = lines.indexOf(emptyEnd); at >= 0; at = lines.indexOf(emptyEnd, at + 1)) {
    if (isBeyond(at)) return true;
  }
  return false;
}

/** Returns true if quotation marks enclose whole cells within a line and are doubled inside them. */
function hasPlainQuotes(text: string, delimiter: string): boolean {
  let lineEnd = -1;
  let open = text.indexOf('"');
  while (open >= 0) {
    const before = text[open - 1] ?? '\n';
    if (before !== delimiter && before !== '\n') return false;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    const after = text[close + 1] ?? '\n';
    if (close < 0 || (after !== delimiter && after !== '\n' && after !== '\r')) return false;
    if (lineEnd < open) lineEnd = text.indexOf('\n', open) >>> 0;
    if (lineEnd < close) return false;
    open = text.indexOf('"', close + 1);
  }
  return true;
}
