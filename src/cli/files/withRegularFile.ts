import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { removeOnStop } from '../removeOnStop.ts';
import { canQuotePath } from './duckDb.ts';

/**
 * Hands on the path of a file that can be read any number of times: a regular file itself, and a private
 * copy of what can be read only once, such as standard input (`-`) and pipes.
 */
export async function withRegularFile<Result>(
  path: string,
  stdin: NodeJS.ReadableStream,
  use: (path: string, isCopy: boolean) => Promise<Result>,
): Promise<Result> {
  if (path === '-') return withCopy(stdin, use);
  const isRegular = await isRegularFile(path);
  return isRegular && canQuotePath(path) ? use(path, false) : withCopy(createReadStream(path), use);
}

async function isRegularFile(path: string): Promise<boolean> {
  const name = printable(path, 200);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw badData(`${name} is a folder: expected a file`);
    return found.isFile();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw badData(`there is no file ${name}`, { cause });
  }
}

async function withCopy<Result>(
  bytes: NodeJS.ReadableStream,
  use: (path: string, isCopy: boolean) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'tfjs-metrics-'));
  const stopWatching = removeOnStop(folder);
  try {
    const path = join(folder, 'input');
    const file = await open(path, 'wx+', 0o600);
    try {
      // On Linux the open file needs no name: nothing is left of it however the process ends.
      const unnamed = `/proc/self/fd/${file.fd}`;
      const isUnnamed = process.platform === 'linux' && existsSync(unnamed);
      if (isUnnamed) await rm(folder, { recursive: true });
      await writeFile(file, bytes as Readable);
      return await use(isUnnamed ? unnamed : path, true);
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    stopWatching();
  }
}
