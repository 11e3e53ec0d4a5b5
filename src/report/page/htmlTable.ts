import { cellText, captionOf, moreText, type ReportCell, type ReportTable } from '../document/reportTable.ts';
import type { ScaleMarks } from '../document/scaleMarks.ts';
import { escapeHtml } from '../svg/escapeHtml.ts';

/**
 * Formats a table as HTML. On narrow pages, each row is a block of named values. Explicit roles keep it a table for
 * screen readers then.
 *
 * @param heading - heading above the table, which the visible caption does not repeat.
 */
export function htmlTable(table: ReportTable, heading: string): string {
  const { columns, rows } = table;
  const head = columns.map(
    ({ head: name, kind }) => `<th role="columnheader" scope="col" class="${kind}">${escapeHtml(name)}</th>`,
  );
  const body = rows.map((cells) => `<tr role="row">${cells.map((cell, k) => htmlCell(cell, table, k)).join('')}</tr>`);
  const more = moreText(table);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(captionOf(table))}"><table role="table">
${htmlCaption(table, heading)}
<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody>
</table></div>${more === '' ? '' : `<p class="note">${more}</p>`}`;
}

function htmlCaption(table: ReportTable, heading: string): string {
  const { title, detail } = table;
  const rest = detail === undefined ? '' : escapeHtml(detail);
  if (title !== heading) return `<caption><b>${escapeHtml(title)}</b> ${rest}</caption>`;
  if (rest === '') return `<caption class="unseen">${escapeHtml(title)}</caption>`;
  return `<caption><span class="unseen">${escapeHtml(title)}, </span>${rest}</caption>`;
}

function htmlCell(cell: ReportCell, { columns }: ReportTable, place: number): string {
  const { head, kind } = columns[place]!;
  const [tag, role] = place === 0 ? ['th', 'role="rowheader" scope="row"'] : ['td', 'role="cell"'];
  const text = escapeHtml(cellText(cell));
  const open = `<${tag} ${role} class="${kind}${text === '–' ? ' none' : ''}" data-head="${escapeHtml(head)}"`;
  if (typeof cell === 'string') return `${open}>${kind === 'label' ? `<bdi>${text}</bdi>` : text}</${tag}>`;
  if ('scale' in cell) return `${open}>${htmlScale(cell.scale)}</${tag}>`;
  const part = Number.isFinite(cell.share) ? Math.min(1, Math.max(0, cell.share)).toFixed(4) : '0';
  return `${open} style="--part:${part}"><span>${text}</span></${tag}>`;
}

/** Draws a score on its range; the numbers are in other cells. */
function htmlScale({ range, isCut, isOpen, value, interval, baseline }: ScaleMarks): string {
  const bar = (name: string, [start, end]: readonly [number, number]): string =>
    `<i class="${name}" style="left:${percentOf(start)};width:${percentOf(end - start)}"></i>`;
  const mark = (name: string, at: number | undefined): string =>
    at === undefined ? '' : `<i class="${name}" style="left:${percentOf(at)}"></i>`;
  const kind = ['range', ...(isCut ? ['cut'] : []), ...(isOpen ? ['open'] : [])].join(' ');
  return `<div class="axis">${bar(kind, range)}${
    interval === undefined ? '' : bar('interval', interval)
  }${mark('chance', baseline)}${mark('dot', value)}</div>`;
}

function percentOf(part: number): string {
  return `${Number((100 * part).toFixed(2))}%`;
}
