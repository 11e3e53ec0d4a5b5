import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeOnStop } from './removeOnStop.ts';

/**
 * Writes a file as a whole: beside it first, then under its name. If that fails or a signal ends the process,
 * the file is as it was before.
 *
 * @param existing - the file that is replaced; its mode is kept, and its owner if that is permitted.
 */
export async function replaceFile(
  path: string,
  text: string,
  existing: Pick<Stats, 'mode' | 'uid' | 'gid'> | undefined,
): Promise<void> {
  const temporary = join(dirname(path), `.tfjs-metrics-${randomUUID()}.tmp`);
  const stopWatching = removeOnStop(temporary);
  try {
    const file = await open(temporary, 'wx', existing ? 0o600 : 0o666);
    try {
      if (existing) await makeAlike(file, existing);
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    stopWatching();
  }
}

async function makeAlike(file: FileHandle, { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): Promise<void> {
  try {
    await file.chown(uid, gid);
  } catch {
    // Only privileged users may give a file away.
  }
  await file.chmod(mode & 0o7777);
}
