import { Buffer, isUtf8 } from 'node:buffer';
import { badData } from '../commandError.ts';

const NEWLINE = 0x0a;

/**
 * The bytes of a text file, whole lines at a time.
 *
 * @throws {@link CommandError} where they are no UTF-8: decoded all the same, labels that differ would become one.
 */
export async function* utf8Lines(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let lines = 0;
  let rest = Buffer.alloc(0);
  const checked = (text: Buffer): Buffer => {
    if (!isUtf8(text)) {
      throw badData(`${name}: line ${lines + 1 + linesBeforeFault(text)} is no UTF-8`);
    }
    return text;
  };
  try {
    for await (const chunk of bytes) {
      const text = Buffer.concat([rest, chunk]);
      const end = text.lastIndexOf(NEWLINE) + 1;
      rest = text.subarray(end);
      if (end === 0) continue;
      yield checked(text.subarray(0, end));
      lines += linesIn(text.subarray(0, end));
    }
  } catch (cause) {
    // The codes of zlib.
    if (!String((cause as NodeJS.ErrnoException).code).startsWith('Z_')) throw cause;
    throw badData(`${name} can't be unpacked: ${(cause as Error).message}`, { cause });
  }
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
