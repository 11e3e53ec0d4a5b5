import * as z from 'zod/mini';

/** The name in the JSON Schema of each part of a snapshot that another check reads later. */
export const partFormats: WeakMap<object, string> = /* @__PURE__ */ new WeakMap<object, string>();

/** The check of a part of a snapshot that another check reads later. */
export function snapshotPart(format: string): z.ZodMiniUnknown {
  const part = z.unknown();
  partFormats.set(part, format);
  return part;
}
