import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';
import { listColumns, requireColumns } from './requireColumns.ts';
import type { TableFile } from './tableFile.ts';

/**
 * Returns the columns of a list option. An entry with `*` that is not a column stands for all columns that match it, in
 * the order of the file, without those that are in the list already or named by another option.
 *
 * @param option - name of the option, for error messages.
 * @param others - names in other options.
 * @throws {@link CommandError} if a column is missing or listed twice, or a pattern matches none.
 */
export function expandColumns(
  file: TableFile,
  option: string,
  entries: readonly string[],
  others: readonly string[],
): string[] {
  const expanded: string[] = [];
  for (const entry of entries) {
    if (file.columns.includes(entry) || !entry.includes('*')) {
      requireColumns(file, [entry]);
      if (expanded.includes(entry)) {
        throw badUsage(`${file.name}: expected distinct columns in ${option}, got "${printable(entry)}" twice`);
      }
      expanded.push(entry);
      continue;
    }
    const found = file.columns.filter((column) => matches(column, entry));
    const matched = found.filter((column) => !others.includes(column));
    if (matched.length === 0) {
      throw badUsage(
        `${file.name}: expected columns that match "${printable(entry)}" in ${option}, got ${found.length === 0 ? 'none' : `only ${listColumns(found)}, which another option names`}; the columns are ${listColumns(file.columns)}`,
      );
    }
    expanded.push(...matched.filter((column) => !expanded.includes(column)));
  }
  return expanded;
}

/** Returns whether a name matches a pattern, in which `*` stands for any text. Time is linear, unlike that of `.*`. */
function matches(name: string, pattern: string): boolean {
  const [start, ...parts] = pattern.split('*') as [string, ...string[]];
  const end = parts.pop()!;
  if (!name.startsWith(start) || !name.endsWith(end)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at + end.length <= name.length;
}
