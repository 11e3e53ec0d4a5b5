import { labelText } from '../charts/labelText.ts';
import type { ChartedScore } from '../charts/scoreParts.ts';
import { stackCharts, type ChartPart } from '../charts/vegaLiteSpec.ts';
import { confusions } from './confusions.ts';
import { escapeHtml } from './escapeHtml.ts';
import { htmlTable } from './htmlTable.ts';
import { PAGE_STYLE } from './pageStyle.ts';
import { drawSvg } from './renderSvg.ts';
import { reportCharts } from './reportCharts.ts';
import type { ReportFacts } from './reportFacts.ts';
import { percent } from './reportTable.ts';
import { classTable } from './classTable.ts';
import { clusterTable } from './clusterTable.ts';
import { scoreTable } from './scoreTable.ts';
import { verdictOf } from './verdict.ts';

/** Maximum number of rows of a table. */
const MAX_ROWS = 200;

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Formats a report as a self-contained HTML page; its Content-Security-Policy forbids scripts and requests. */
export async function reportPage(facts: ReportFacts): Promise<string> {
  const { table, sizes, silhouettes, scores } = reportCharts(facts);
  const title = labelText(facts.title, 200);
  const sections = [
    warningsSection(facts.warnings),
    ...(facts.scores.length === 0 ? [] : [await scoresSection(facts.scores, scores)]),
    ...(table === undefined
      ? []
      : [
          section('Classes by cluster', [
            pair(
              await figure(
                [table],
                'Classes and clusters',
                'Number of samples of each class in each cluster; matched classes and clusters are on the diagonal.',
              ),
              confusionList(facts),
            ),
          ]),
        ]),
    section('Clusters', [
      pair(
        await figure(
          [sizes],
          'Cluster sizes',
          'Number of samples in each cluster, and how many belong to its most common class.',
        ),
        silhouettes === undefined
          ? ''
          : await figure(
              [silhouettes],
              'Silhouettes',
              'Silhouettes of the samples in each cluster, in descending order.',
            ),
      ),
      htmlTable(clusterTable(facts.clusters, MAX_ROWS)),
    ]),
    ...(facts.classes.length === 0 ? [] : [section('Classes', [htmlTable(classTable(facts.classes, MAX_ROWS))])]),
  ];
  const notes = (facts.notes ?? []).map((note) => `<p><bdi>${escapeHtml(labelText(note, 300))}</bdi></p>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="tfjs-metrics">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${pageHeader(facts, title)}
<main>
${sections.join('\n')}
</main>
<footer>${notes}<p>Made by tfjs-metrics.</p></footer>
</body>
</html>
`;
}

async function scoresSection(scores: readonly ChartedScore[], parts: readonly ChartPart[]): Promise<string> {
  const key = [
    'Dots are values on the scale of their range',
    ...(scores.some(({ interval }) => interval) ? ['dark bars are 95 % intervals'] : []),
    ...(scores.some(({ baseline }) => baseline !== undefined) ? ['ticks are the values expected by chance'] : []),
  ].join(', ');
  return section('Scores', [
    `<p class="note">${key}.</p>`,
    pair(
      await figure(parts, 'Scores', 'Each score as a point on the scale of its range, with its confidence interval.'),
      htmlTable(scoreTable(scores)),
    ),
  ]);
}

function pageHeader({ scores, samples, clusters, classes }: ReportFacts, title: string): string {
  const verdict = verdictOf(scores);
  const verdictHtml =
    verdict === undefined ? '' : `<p class="verdict"><strong>${verdict.headline}</strong>: ${verdict.reason}.</p>`;
  const accuracy = scores.find(({ name }) => name === 'clusterAccuracy');
  const facts: [string, string][] = [
    ['Samples', WHOLE.format(samples)],
    ['Clusters', WHOLE.format(clusters.length)],
    ...(classes.length === 0 ? [] : [['Classes', WHOLE.format(classes.length)] as [string, string]]),
    ...(accuracy === undefined ? [] : [['Cluster accuracy', percent(accuracy.value)] as [string, string]]),
  ];
  const tiles = facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return `<header>
<p class="kind">Clustering report</p>
<h1><bdi>${escapeHtml(title)}</bdi></h1>
${verdictHtml}
<dl class="facts">${tiles.join('')}</dl>
</header>`;
}

function section(heading: string, parts: readonly string[]): string {
  return `<section>\n<h2>${heading}</h2>\n${parts.join('\n')}\n</section>`;
}

function pair(left: string, right: string): string {
  return right === '' ? left : `<div class="pair">${left}${right}</div>`;
}

function warningsSection(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  const items = warnings.map((warning) => `<li><bdi>${escapeHtml(labelText(warning, 300))}</bdi></li>`);
  return `<section class="warnings"><h2>Warnings</h2><ul>${items.join('')}</ul></section>`;
}

async function figure(parts: readonly ChartPart[], title: string, description: string): Promise<string> {
  const svg = await drawSvg(stackCharts(parts), { title, description });
  // Text shrinks with the image, down to 75 % on narrow screens; then the figure scrolls.
  const least = Math.round(0.75 * Number(/ width="([\d.]+)"/.exec(svg)![1]));
  const sized = svg.replace('<svg ', `<svg style="min-width:${least}px" `);
  return `<figure tabindex="0" aria-label="${title}">${sized}</figure>`;
}

function confusionList({ classes, clusters }: ReportFacts): string {
  const largest = confusions(classes, clusters, 8);
  if (largest.length === 0) return '';
  const label = (value: string | number | boolean): string => `<b><bdi>${escapeHtml(labelText(value))}</bdi></b>`;
  const items = largest.map(
    (part) =>
      `<li>${WHOLE.format(part.count)} of class ${label(part.class)} (${percent(part.share)}) lie in cluster ${label(part.cluster)}, where class ${label(part.dominantClass)} is most common</li>`,
  );
  return `<div><h3>Largest confusions</h3><ol class="confusions">${items.join('')}</ol></div>`;
}
