import { Buffer, isUtf8 } from 'node:buffer';
import { badData } from '../commandError.ts';

const NEWLINE = 0x0a;

/**
 * Yields the bytes of a text file, whole lines at a time, in time that is linear in the length of its lines.
 *
 * @throws {@link CommandError} if they are not UTF-8: decoding them anyway would make different labels equal.
 */
export async function* utf8Lines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Buffer> {
  let lines = 0;
  // The start of a line whose end has not come yet.
  let parts: Uint8Array[] = [];
  const checked = (text: Buffer): Buffer => {
    if (isUtf8(text)) return text;
    throw badData(`${name}: line ${lines + 1 + linesBeforeFault(text)}: expected UTF-8, got other bytes`); // prettier-ignore
  };
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      parts.push(chunk);
      continue;
    }
    const text = Buffer.concat([...parts, chunk.subarray(0, end)]);
    parts = [chunk.subarray(end)];
    yield checked(text);
    lines += linesIn(text);
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield checked(rest);
}

function linesIn(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

function linesBeforeFault(text: Buffer): number {
  let lines = 0;
  for (let from = 0; ; lines++) {
    const newline = text.indexOf(NEWLINE, from);
    if (newline < 0 || !isUtf8(text.subarray(from, newline))) return lines;
    from = newline + 1;
  }
}
