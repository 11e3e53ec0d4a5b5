import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';

/** Input formats. */
export const FILE_FORMATS = ['csv', 'tsv', 'ndjson', 'parquet'] as const;

/** Input format. */
export type FileFormat = (typeof FILE_FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
};

/** Default delimiters of delimited formats. */
export const DELIMITERS: Readonly<Partial<Record<FileFormat, string>>> = { csv: ',', tsv: '\t' };

/**
 * Returns the format for a file extension.
 *
 * @param fallback - format for an unknown extension. Default: none.
 * @throws {@link CommandError} if the extension is unknown and there is no fallback.
 */
export function formatOfName(path: string, fallback?: FileFormat): FileFormat {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(BY_EXTENSION, extension)) return BY_EXTENSION[extension]!;
  if (fallback !== undefined) return fallback;
  throw badUsage(
    `${printable(path, 200)}: expected the extension of a known format, got ${extension === '' ? 'none' : printable(`.${extension}`)}; add --input-format ${FILE_FORMATS.join('|')}`,
  );
}
