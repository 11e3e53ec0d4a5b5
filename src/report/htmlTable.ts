import { escapeHtml } from './escapeHtml.ts';

/** A column of a table in a page. */
export interface HtmlColumn<Row> {
  /** What stands at its head. */
  readonly head: string;
  /** What a cell is: text, escaped here, or a share from 0 to 1, shown as a bar too. */
  readonly cell: (row: Row) => string | { readonly share: number };
  /** How cells are set: numbers to the right, labels broken where they are long. */
  readonly kind: 'label' | 'number' | 'text' | 'list' | 'share';
}

/** A table that scrolls by itself where the page is narrow; the first column names the rows. */
export function htmlTable<Row>(
  caption: string,
  columns: readonly HtmlColumn<Row>[],
  rows: readonly Row[],
): string {
  const head = columns.map(({ head: name, kind }) => `<th scope="col" class="${kind}">${escapeHtml(name)}</th>`); // prettier-ignore
  const body = rows.map((row) => `<tr>${columns.map((column, k) => cellOf(row, column, k)).join('')}</tr>`); // prettier-ignore
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody>
</table></div>`;
}

function cellOf<Row>(row: Row, { cell, kind }: HtmlColumn<Row>, place: number): string {
  const content = cell(row);
  const name = place === 0 ? 'th scope="row"' : 'td';
  const end = place === 0 ? 'th' : 'td';
  if (typeof content === 'string') {
    const text = kind === 'label' ? `<bdi>${escapeHtml(content)}</bdi>` : escapeHtml(content);
    return `<${name} class="${kind}">${text}</${end}>`;
  }
  const { share } = content;
  const part = Number.isFinite(share) ? Math.min(1, Math.max(0, share)).toFixed(4) : '0';
  return `<${name} class="share" style="--part:${part}">${percent(share)}</${end}>`;
}

/** A share from 0 to 1 in words of per cent. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)}\u00a0%` : '–';
}
