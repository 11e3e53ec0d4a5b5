import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';

/** Input format. */
export type FileFormat = 'csv' | 'tsv' | 'ndjson' | 'parquet';

/** Properties of an input format. */
interface FormatProperties {
  /** Extensions of its files, in lower case. */
  readonly extensions: readonly string[];
  /** Default delimiter of a delimited format. */
  readonly delimiter?: string;
  /** True if the built-in reader reads the format; the others need DuckDB. */
  readonly isText?: true;
}

const FORMATS: Readonly<Record<FileFormat, FormatProperties>> = {
  csv: { extensions: ['csv'], delimiter: ',', isText: true },
  tsv: { extensions: ['tsv', 'tab'], delimiter: '\t', isText: true },
  ndjson: { extensions: ['ndjson', 'jsonl'], isText: true },
  parquet: { extensions: ['parquet'] },
};

/** Input formats. */
export const FILE_FORMATS = Object.keys(FORMATS) as readonly FileFormat[];

/** Returns the names of the formats that have a property, such as "csv, tsv or ndjson". */
export function formatsWith(property: 'delimiter' | 'isText'): string {
  // British, because American lists have a comma before "or".
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });
  return list.format(FILE_FORMATS.filter((format) => FORMATS[format][property] !== undefined));
}

/** Returns the default delimiter of a format; undefined if it is not delimited. */
export function delimiterOf(format: FileFormat): string | undefined {
  return FORMATS[format].delimiter;
}

/**
 * Returns the format for a file extension.
 *
 * @param fallback - format for an unknown extension. Default: none.
 * @throws {@link CommandError} if the extension is unknown and there is no fallback.
 */
export function formatOfName(path: string, fallback?: FileFormat): FileFormat {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  const format = FILE_FORMATS.find((known) => FORMATS[known].extensions.includes(extension)) ?? fallback;
  if (format !== undefined) return format;
  throw badUsage(
    `${printable(path, 200)}: expected the extension of a known format, got ${extension === '' ? 'none' : printable(`.${extension}`)}; add --input-format ${FILE_FORMATS.join('|')}`,
  );
}
