import type { FileFormat } from './fileFormat.ts';

/** A file that can be read repeatedly, and its format. */
export interface FileSource {
  readonly path: string;
  /** Name of the file in messages. */
  readonly name: string;
  readonly format: FileFormat;
  /** True if the file is compressed with gzip. */
  readonly isPacked: boolean;
  /** Delimiter of CSV and TSV. */
  readonly delimiter: string;
}
