/**
 * Returns a value with its name. If `keepBase` is defined and the value is a dictionary, returns its parts with their
 * keys instead, prefixed with the name and `_` if `keepBase` is true.
 */
export function partsOfValue(
  name: string,
  value: unknown,
  keepBase: boolean | undefined,
): (readonly [name: string, value: unknown])[] {
  const isDictionary =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
  if (keepBase === undefined || !isDictionary) return [[name, value]];
  return Object.entries(value).map(([key, part]) => [keepBase ? `${name}_${key}` : key, part]);
}
