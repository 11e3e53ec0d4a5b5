import { labelText } from '../../charts/labelText.ts';
import { stackCharts } from '../../charts/vegaLiteSpec.ts';
import type { ReportDocument, ReportFigure, ReportPart, ReportSection } from '../document/reportDocument.ts';
import type { ReportTable } from '../document/reportTable.ts';
import { escapeHtml } from '../svg/escapeHtml.ts';
import { drawSvg } from '../svg/renderSvg.ts';
import { htmlTable } from './htmlTable.ts';
import { PAGE_STYLE } from './pageStyle.ts';

/** Formats a report as a self-contained HTML page; its Content-Security-Policy forbids scripts and requests. */
export async function documentPage(report: ReportDocument): Promise<string> {
  const title = escapeHtml(labelText(report.title, 200));
  const sections = await Promise.all(report.sections.map(pageSection));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="tfjs-metrics">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${pageHeader(report, title)}
<main>
${[warningsSection(report.warnings), ...sections].filter((section) => section !== '').join('\n')}
</main>
<footer>${report.notes.map((note) => `<p>${sentence(note)}</p>`).join('')}<p>Made by tfjs-metrics.</p></footer>
</body>
</html>
`;
}

function pageHeader({ kind, verdict, keyFacts }: ReportDocument, title: string): string {
  const judged =
    verdict &&
    `<p class="verdict"><strong>${unbroken(escapeHtml(verdict.headline))}</strong>: ${sentence(verdict.reason)}.</p>`;
  const tiles = keyFacts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return `<header>
<p class="kind">${kind}</p>
<h1><bdi>${title}</bdi></h1>
${judged ?? ''}
<dl class="facts">${tiles.join('')}</dl>
</header>`;
}

function warningsSection(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  const items = warnings.map((warning) => `<li>${sentence(warning)}</li>`);
  return `<section class="warnings"><h2>Warnings</h2><ul>${items.join('')}</ul></section>`;
}

/** Escapes a sentence with labels in any script. */
function sentence(text: string): string {
  return `<bdi>${unbroken(escapeHtml(labelText(text, 300)))}</bdi>`;
}

/** Keeps numbers and their percent signs on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) %/g, '$1&nbsp;%');
}

/** Formats a section, with charts and some tables side by side where there is space. */
async function pageSection({ heading, parts }: ReportSection): Promise<string> {
  const shown = parts.filter((part) => 'chart' in part || (part.rows.length > 0 && part.medium !== 'text'));
  if (shown.length === 0) return '';
  const isBeside = (part: ReportPart): boolean => 'chart' in part || part.isBeside === true;
  const format = async (part: ReportPart): Promise<string> =>
    'chart' in part ? figure(part) : keyOf(part) + htmlTable(part, heading);
  const beside = await Promise.all(
    shown.filter(isBeside).map(async (part) => {
      const text = await format(part);
      return 'chart' in part ? text : `<div class="beside">${text}</div>`;
    }),
  );
  const below = await Promise.all(shown.filter((part) => !isBeside(part)).map(format));
  const row = beside.length === 0 ? [] : [`<div class="row">${beside.join('\n')}</div>`];
  return `<section>\n<h2>${heading}</h2>\n${[...row, ...below].join('\n')}\n</section>`;
}

/** Key of the marks of scores on their scales, if a table has any. */
function keyOf({ rows, baseline = 'expected by chance' }: ReportTable): string {
  const scales = rows.flat().flatMap((cell) => (typeof cell === 'object' && 'scale' in cell ? [cell.scale] : []));
  if (scales.length === 0) return '';
  const entries = [
    ['dot', 'value on the scale of its range'],
    ...(scales.some(({ interval }) => interval) ? [['interval', '95 % interval']] : []),
    ...(scales.some((scale) => scale.baseline !== undefined) ? [['chance', escapeHtml(baseline)]] : []),
    ...(scales.some(({ isCut }) => isCut) ? [['range cut', 'starts at a lower value']] : []),
    ...(scales.some(({ isOpen }) => isOpen) ? [['range open', 'no upper bound']] : []),
  ];
  return `<ul class="key">${entries.map(([mark, words]) => `<li><i class="${mark}"></i>${words}</li>`).join('')}</ul>`;
}

async function figure({ chart, description }: ReportFigure): Promise<string> {
  const { title, ...part } = chart();
  const { text, subtitle } = title as { readonly text: string; readonly subtitle: string };
  const svg = await drawSvg(stackCharts([part]), { title: text, description });
  // Text shrinks with the image, down to two thirds on narrow screens; then the figure scrolls.
  const width = Number(/ width="([\d.]+)"/.exec(svg)![1]);
  const sized = svg.replace('<svg ', `<svg style="min-width:${Math.round(0.66 * width)}px" `);
  // A long caption does not make the figure wider.
  return `<figure style="max-width:max(20rem,${Math.ceil(width)}px)">
<figcaption><b>${escapeHtml(text)}</b> ${escapeHtml(subtitle)}</figcaption>
<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(text)}">${sized}</div>
</figure>`;
}
