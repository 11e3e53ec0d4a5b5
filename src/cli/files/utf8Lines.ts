import { isUtf8, type Buffer } from 'node:buffer';
import { badData } from '../commandError.ts';
import { wholeLines } from './wholeLines.ts';

/**
 * Validates UTF-8 and yields one or more whole lines at a time.
 *
 * @throws {@link CommandError} if the bytes are not UTF-8: replacement characters could make distinct labels equal.
 */
export async function* utf8Lines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer> {
  let lines = 0;
  for await (const text of wholeLines(chunks)) {
    if (!isUtf8(text)) {
      const line = lines + 1 + linesBeforeFault(text);
      throw badData(`${name}: line ${line}: expected UTF-8, got other bytes`);
    }
    yield text;
    lines += linesIn(text);
  }
}

function linesIn(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function linesBeforeFault(text: Buffer): number {
  let lines = 0;
  for (let from = 0; ; lines++) {
    const newline = text.indexOf('\n', from);
    if (newline < 0 || !isUtf8(text.subarray(from, newline))) return lines;
    from = newline + 1;
  }
}
