import type { FileFormat } from './fileFormat.ts';

/** A file that can be read any number of times, and how. */
export interface FileSource {
  readonly path: string;
  /** Its name in messages. */
  readonly name: string;
  readonly format: FileFormat;
  /** True if it is compressed by gzip. */
  readonly isPacked: boolean;
  /** The delimiter of CSV and TSV. */
  readonly delimiter: string;
}
