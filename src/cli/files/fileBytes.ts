import type { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { badData } from '../commandError.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';

/** Bytes that are read at a time. */
const CHUNK = 1 << 18;

/** Yields the bytes of a file, unpacked. */
export async function* fileBytes({ path, name, isPacked }: FileSource, progress?: Progress): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  if (progress) file.on('data', (chunk) => progress.advance(chunk.length));
  // An error of the file destroys what unpacks it, which then throws it.
  const bytes = isPacked ? pipeline(file, createGunzip(), () => undefined) : file;
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (cause) {
    // The codes of zlib.
    if (!String((cause as NodeJS.ErrnoException).code).startsWith('Z_')) throw cause;
    throw badData(`${name} can't be unpacked: ${(cause as Error).message}`, { cause });
  } finally {
    file.destroy();
  }
}
