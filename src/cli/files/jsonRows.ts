import type { Buffer } from 'node:buffer';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { parseExactJson } from './parseExactJson.ts';

const EXPECTED = 'expected one JSON object per line (NDJSON)';

/**
 * Parses NDJSON and yields batches of objects. If a key occurs twice in an object, the last value is used.
 *
 * @throws {@link CommandError} if a line is not an object.
 * @see https://github.com/ndjson/ndjson-spec
 */
export async function* jsonRows(text: AsyncIterable<Buffer>, name: string): AsyncGenerator<Record<string, unknown>[]> {
  let number = 0;
  for await (const chunk of text) {
    const lines = chunk.toString().split('\n');
    // Splitting leaves an empty string after the last line end.
    if (lines.at(-1) === '') lines.pop();
    if (number === 0) lines[0] = lines[0]!.replace(/^\uFEFF/, '');
    const rows: Record<string, unknown>[] = [];
    for (const line of lines) {
      number++;
      if (!/^[ \t\r]*$/.test(line)) rows.push(readObject(line, `${name}: line ${number}`));
    }
    yield rows;
  }
}

function readObject(line: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseExactJson(line);
  } catch (cause) {
    throw badData(`${place}: ${EXPECTED}, got ${described(line)}`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw badData(`${place}: ${EXPECTED}, got ${described(line)}`);
}

function described(line: string): string {
  return line.trimStart().startsWith('[') ? 'a JSON array' : `"${printable(line)}"`;
}
