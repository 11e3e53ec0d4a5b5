import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';

/** Formats of files. */
export const FILE_FORMATS = ['csv', 'tsv', 'ndjson', 'parquet'] as const;

/** Format of a file. */
export type FileFormat = (typeof FILE_FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
};

/** Default delimiters of the formats that have one. */
export const DELIMITERS: Readonly<Partial<Record<FileFormat, string>>> = { csv: ',', tsv: '\t' };

/**
 * Returns the format that the name of a file tells.
 *
 * @param fallback - the format of a name that does not tell it. Default: none, an error.
 */
export function formatOfName(path: string, fallback?: FileFormat): FileFormat {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(BY_EXTENSION, extension)) return BY_EXTENSION[extension]!;
  if (fallback !== undefined) return fallback;
  throw badUsage(
    `${printable(path, 200)}: can't tell the format from the name; say --input-format ${FILE_FORMATS.join('|')}`,
  );
}
