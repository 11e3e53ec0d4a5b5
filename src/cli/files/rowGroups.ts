import type { RowGroups, RowSource } from './tableFile.ts';

/** Yields groups of equal rows, or each row as a group of its own if the reader does not group them. */
export async function* rowGroups(source: RowSource, columns: readonly string[]): AsyncGenerator<RowGroups> {
  if (source.groups) return yield* source.groups(columns);
  for await (const rows of source.rows(columns)) {
    yield { rows, counts: new Float64Array(rows.length).fill(1) };
  }
}
