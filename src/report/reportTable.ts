/** A column of a table in a report. */
export interface ReportColumn<Row> {
  /** What stands at its head. */
  readonly head: string;
  /** What a cell is: text, escaped by what shows it, or a share from 0 to 1. */
  readonly cell: (row: Row) => string | { readonly share: number };
  /** How cells are set: numbers to the right, labels broken where they are long. */
  readonly kind: 'label' | 'number' | 'text' | 'list' | 'share';
}

/** A table in a report; the first column names the rows. */
export interface ReportTable<Row> {
  readonly caption: string;
  readonly columns: readonly ReportColumn<Row>[];
  /** The rows that are shown. */
  readonly rows: readonly Row[];
  /** How many rows there are. */
  readonly all: number;
}

/** The cells of a table as text, row by row. */
export function tableTexts<Row>({ columns, rows }: ReportTable<Row>): string[][] {
  return rows.map((row) =>
    columns.map(({ cell }) => {
      const content = cell(row);
      // Text that stands by itself needs no marks around labels.
      return typeof content === 'string' ? content.replace(/[\u2068\u2069]/g, '') : percent(content.share);
    }),
  );
}

/** What stands below a table that is cut; nothing below others. */
export function moreText<Row>({ rows, all }: ReportTable<Row>): string {
  const more = all - rows.length;
  return more > 0 ? `… and ${more.toLocaleString('en-US')} more` : '';
}

/** Whether the cells of a column are set to the right. */
export function isRight<Row>({ kind }: ReportColumn<Row>): boolean {
  return kind === 'number' || kind === 'share';
}

/** A share from 0 to 1 in words of per cent. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}
