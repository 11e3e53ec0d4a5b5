/** Returns options without those of the given names. */
export function withoutOptions<Options extends object, Name extends string>(
  options: Options,
  names: readonly Name[],
): Omit<Options, Name> {
  const kept = Object.entries(options).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(kept) as Omit<Options, Name>;
}
