import { countText } from './countText.ts';
import type { ScaleMarks } from './scaleMarks.ts';

/** A table in a report, as plain data; the first column holds the row headings. */
export interface ReportTable {
  readonly title: string;
  /** Content or order of the rows, written after the title. */
  readonly detail?: string | undefined;
  readonly columns: readonly Pick<ReportColumn<never>, 'head' | 'kind'>[];
  /** Cells of the rows to show. */
  readonly rows: readonly (readonly ReportCell[])[];
  /** Number of rows, including those that are not shown. */
  readonly all: number;
  /** What the marks of baselines on scales are, in the key. Default: values expected by chance. */
  readonly baseline?: string | undefined;
  /** The only form that shows the table. Default: all. */
  readonly medium?: 'page' | 'text' | undefined;
  /** True if a page shows the table beside the charts of its section. */
  readonly isBeside?: boolean | undefined;
}

/** Unescaped text, a share in [0, 1], or a score on the scale of its range, which is drawn in pages only. */
export type ReportCell = string | { readonly share: number } | { readonly scale: ScaleMarks };

/** A column of a table. */
interface ReportColumn<Row> {
  /** Heading of the column. */
  readonly head: string;
  /** Layout of the cells: numbers and shares are right-aligned, long labels are wrapped. */
  readonly kind: 'label' | 'number' | 'text' | 'list' | 'share' | 'scale';
  /** Returns the content of a cell. */
  readonly cell: (row: Row) => ReportCell;
}

/** Fills a table from `rows`, without the columns that are `false`. */
export function fillTable<Row>(
  facts: Pick<ReportTable, 'title' | 'detail' | 'baseline' | 'medium' | 'isBeside'>,
  rows: readonly Row[],
  columns: readonly (ReportColumn<Row> | false)[],
  all: number = rows.length,
): ReportTable {
  const used = columns.filter((column) => column !== false);
  return { ...facts, columns: used, rows: rows.map((row) => used.map(({ cell }) => cell(row))), all };
}

/** Returns the detail of a table of `all` rows, sorted in `order`, of which at most `most` are shown. */
export function detailOf(all: number, most: number, order: string): string {
  return all > most ? `${most} of ${countText(all)}, ${order}` : order;
}

/** Returns the caption of a table. */
export function captionOf({ title, detail }: ReportTable): string {
  return detail === undefined ? title : `${title}, ${detail}`;
}

/** Headings and cells of a table as text. */
interface TableTexts {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Returns true if the cells of a column are right-aligned. */
  readonly isRight: (column: number) => boolean;
}

/** Formats a table as text. */
export function tableTexts({ columns, rows }: ReportTable): TableTexts {
  const shown = columns.map((_, k) => k).filter((k) => columns[k]!.kind !== 'scale');
  return {
    heads: shown.map((k) => columns[k]!.head),
    // Plain text output does not need bidirectional isolates.
    rows: rows.map((cells) => shown.map((k) => cellText(cells[k]!).replace(/[\u2068\u2069]/g, ''))),
    isRight: (k) => ['number', 'share'].includes(columns[shown[k]!]!.kind),
  };
}

/** Formats a cell as text; a scale has none. */
export function cellText(cell: ReportCell): string {
  if (typeof cell === 'string') return cell;
  return 'share' in cell ? percent(cell.share) : '';
}

/** Returns the line below a truncated table, or an empty string if all rows are shown. */
export function moreText({ rows, all }: ReportTable): string {
  const more = all - rows.length;
  return more > 0 ? `… and ${countText(more)} more` : '';
}

/** Formats a share in [0, 1] as a percentage, or as a dash if it is not finite. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}
