import type { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { badData } from '../commandError.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';

/** Number of bytes read at a time: their rows are garbage before V8 moves them to memory that it collects rarely. */
const CHUNK = 1 << 16;

/** Yields the bytes of a file, decompressed. */
export async function* fileBytes({ path, name, isPacked }: FileSource, progress?: Progress): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  if (progress) file.on('data', (chunk) => progress.advance(chunk.length));
  // A read error destroys the gunzip stream, which rethrows it.
  const bytes = isPacked ? pipeline(file, createGunzip(), () => undefined) : file;
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (cause) {
    // zlib error codes start with Z_.
    if (!String((cause as NodeJS.ErrnoException).code).startsWith('Z_')) throw cause;
    throw badData(`cannot decompress ${name}: ${(cause as Error).message}`, { cause });
  } finally {
    file.destroy();
  }
}
