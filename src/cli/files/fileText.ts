import { Buffer } from 'node:buffer';
import { badData } from '../commandError.ts';
import { fileBytes } from './fileBytes.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';
import { utf8Lines } from './utf8Lines.ts';

/** Yields the text of a file as UTF-8, one or more whole lines at a time; decompresses gzip and decodes UTF-16. */
export function fileText(source: FileSource, progress?: Progress): AsyncGenerator<Buffer> {
  return utf8Lines(decoded(fileBytes(source, progress), source.name), source.name);
}

/** Converts UTF-16 with a byte order mark to UTF-8; yields other bytes unchanged. */
async function* decoded(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  let decoder: TextDecoder | undefined;
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(decoder!.decode(chunk, { stream: chunk !== undefined }));
    } catch (cause) {
      throw badData(`${name}: expected UTF-16 after its byte order mark, got other bytes`, { cause });
    }
  };
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (start !== undefined) {
      start = Buffer.concat([start, chunk]);
      if (start.length < 2) continue;
      decoder = utf16Decoder(start);
      bytes = start;
      start = undefined;
    }
    yield decoder === undefined ? bytes : decode(bytes);
  }
  if (start !== undefined && start.length > 0) yield start;
  if (decoder !== undefined) yield decode();
}

function utf16Decoder([first, second]: Buffer): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return undefined;
}
