import * as z from 'zod/mini';

/** JSON Schema name of each snapshot part that another schema validates. */
export const partFormats: WeakMap<object, string> = /* @__PURE__ */ new WeakMap<object, string>();

/** Returns a placeholder schema for a part of a snapshot that another schema validates later. */
export function snapshotPart(format: string): z.ZodMiniUnknown {
  const part = z.unknown();
  partFormats.set(part, format);
  return part;
}
