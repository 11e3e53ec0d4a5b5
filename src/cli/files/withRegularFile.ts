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
 * Calls `use` with the path of a file that can be read repeatedly: a regular file itself, or a private copy of an
 * input that can be read only once, such as standard input (`-`) or a pipe.
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
    if (found.isDirectory()) throw badData(`${name}: expected a file, got a folder`);
    return found.isFile();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw badData(`${name}: expected a file, got no such file`, { cause });
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
      // On Linux an open file can be unlinked, so that no copy remains even if the process is killed.
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
