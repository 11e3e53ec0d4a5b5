import type * as z from 'zod/mini';

/**
 * A check of snapshots that is made when it is first asked for, and kept: importing costs nothing, and
 * making one takes longer than to check a small snapshot by it.
 */
export function snapshotSchema(make: () => z.ZodMiniObject): () => z.ZodMiniObject {
  let made: z.ZodMiniObject | undefined;
  return () => (made ??= make());
}
