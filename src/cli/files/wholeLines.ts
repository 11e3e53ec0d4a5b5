import { Buffer } from 'node:buffer';

const NEWLINE = 0x0a;

/** Yields bytes, whole lines at a time, in time that is linear in the length of the lines. */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  // The start of a line whose end has not come yet.
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
