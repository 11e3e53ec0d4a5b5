import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeOnStop } from './removeOnStop.ts';

/**
 * Replaces a file atomically: writes a temporary file in the same folder, then renames it. If that fails or a signal
 * ends the process, the existing file is unchanged.
 *
 * @param existing - the file to replace; its mode is kept, and its owner if permissions allow.
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
    // Only privileged users may change the owner of a file.
  }
  await file.chmod(mode & 0o7777);
}
