import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';
import { listColumns, requireColumns } from './requireColumns.ts';
import type { TableFile } from './tableFile.ts';

/**
 * Returns the columns of a list option. An entry with `*` that is not a column stands for all columns that match it, in
 * the order of the file, without those that are in the list already.
 *
 * @param option - name of the option, for error messages.
 * @throws {@link CommandError} if a column is missing or listed twice, or a pattern matches none.
 */
export function expandColumns(file: TableFile, option: string, entries: readonly string[]): string[] {
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
    const pattern = patternOf(entry);
    const matched = file.columns.filter((column) => pattern.test(column));
    if (matched.length === 0) {
      throw badUsage(
        `${file.name}: expected columns that match "${printable(entry)}" in ${option}, got none; the columns are ${listColumns(file.columns)}`,
      );
    }
    expanded.push(...matched.filter((column) => !expanded.includes(column)));
  }
  return expanded;
}

/** Returns the expression for a pattern, in which `*` stands for any text. */
function patternOf(entry: string): RegExp {
  const parts = entry.split(/\*+/).map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
