/**
 * A value under its name; or, if `keepBase` is not undefined and the value is a dictionary, each of its parts
 * under its key, which `keepBase` puts behind the name and `_`.
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
