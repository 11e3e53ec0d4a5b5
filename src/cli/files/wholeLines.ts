import { Buffer } from 'node:buffer';

const NEWLINE = 0x0a;

/**
 * Splits bytes at line ends and yields one or more whole lines at a time. Takes time linear in the number of bytes.
 */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  // Start of an incomplete line.
  let parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      parts.push(chunk);
      continue;
    }
    yield Buffer.concat([...parts, chunk.subarray(0, end)]);
    parts = [chunk.subarray(end)];
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield rest;
}
