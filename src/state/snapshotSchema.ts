import type * as z from 'zod/mini';

/**
 * Returns a function that creates a snapshot schema on the first call and caches it: imports stay cheap, and building
 * a schema takes longer than validating a small snapshot with it.
 */
export function snapshotSchema(make: () => z.ZodMiniObject): () => z.ZodMiniObject {
  let made: z.ZodMiniObject | undefined;
  return () => (made ??= make());
}
