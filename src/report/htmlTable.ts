import { escapeHtml } from './escapeHtml.ts';
import { percent, type ReportColumn, type ReportTable } from './reportTable.ts';

/** Formats a table as HTML that scrolls horizontally on narrow pages. */
export function htmlTable<Row>({ caption, columns, rows }: ReportTable<Row>): string {
  const head = columns.map(({ head: name, kind }) => `<th scope="col" class="${kind}">${escapeHtml(name)}</th>`);
  const body = rows.map((row) => `<tr>${columns.map((column, k) => cellOf(row, column, k)).join('')}</tr>`);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody>
</table></div>`;
}

function cellOf<Row>(row: Row, { cell, kind }: ReportColumn<Row>, place: number): string {
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
