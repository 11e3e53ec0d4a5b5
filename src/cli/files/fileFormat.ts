import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';

/** What is in a file. */
export const FILE_FORMATS = ['csv', 'tsv', 'ndjson', 'parquet'] as const;

/** What is in a file. */
export type FileFormat = (typeof FILE_FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
};

/** What the cells of a row are told apart by. */
export function delimiterOf(format: FileFormat): string {
  return format === 'tsv' ? '\t' : ',';
}

/** The format that a file's name tells. */
export function formatOfName(path: string): FileFormat {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(BY_EXTENSION, extension)) return BY_EXTENSION[extension]!;
  throw badUsage(
    `${printable(path, 200)}: can't tell the format from the name; say --input-format ${FILE_FORMATS.join('|')}`,
  );
}
