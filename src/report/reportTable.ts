import { countText } from './countText.ts';

/** A column of a table in a report. */
export interface ReportColumn<Row> {
  /** Heading of the column. */
  readonly head: string;
  /** Returns the content of a cell: unescaped text, or a share in [0, 1]. */
  readonly cell: (row: Row) => string | { readonly share: number };
  /** Layout of the cells: numbers and shares are right-aligned, long labels are wrapped. */
  readonly kind: 'label' | 'number' | 'text' | 'list' | 'share';
}

/** A table in a report; the first column holds the row headings. */
export interface ReportTable<Row> {
  readonly caption: string;
  readonly columns: readonly ReportColumn<Row>[];
  /** Rows to show. */
  readonly rows: readonly Row[];
  /** Number of rows, including those that are not shown. */
  readonly all: number;
}

/** Returns the caption of a table of `all` rows, sorted in `order`, of which at most `most` are shown. */
export function captionOf(what: string, all: number, most: number, order: string): string {
  const shown = all > most ? `${most} of ${countText(all)}, ` : '';
  return `${what}, ${shown}${order}`;
}

/** Formats the cells of a table as text, row by row. */
export function tableTexts<Row>({ columns, rows }: ReportTable<Row>): string[][] {
  return rows.map((row) =>
    columns.map(({ cell }) => {
      const content = cell(row);
      // Plain text output does not need bidirectional isolates.
      return typeof content === 'string' ? content.replace(/[\u2068\u2069]/g, '') : percent(content.share);
    }),
  );
}

/** Returns the line below a truncated table, or an empty string if all rows are shown. */
export function moreText<Row>({ rows, all }: ReportTable<Row>): string {
  const more = all - rows.length;
  return more > 0 ? `… and ${more.toLocaleString('en-US')} more` : '';
}

/** Returns true if the cells of a column are right-aligned. */
export function isRight<Row>({ kind }: ReportColumn<Row>): boolean {
  return kind === 'number' || kind === 'share';
}

/** Formats a share in [0, 1] as a percentage, or as a dash if it is not finite. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}
