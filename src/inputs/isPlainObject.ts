/** Returns whether a value is a plain object of any realm, not an array or an instance of a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  // Object.prototype of any realm has no prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
