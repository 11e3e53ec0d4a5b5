import { Buffer, isUtf8 } from 'node:buffer';
import { badData } from '../commandError.ts';
import { fileBytes } from './fileBytes.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';
import { wholeLines } from './wholeLines.ts';

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

/**
 * Validates UTF-8 and yields one or more whole lines at a time.
 *
 * @throws {@link CommandError} if the bytes are not UTF-8: replacement characters could make distinct labels equal.
 */
async function* utf8Lines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer> {
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
