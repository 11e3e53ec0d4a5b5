import { CHART_WIDTH } from '../../charts/cellSize.ts';
import { chartColors } from '../../charts/chartColors.ts';
import { labelText } from '../../charts/labelText.ts';
import { numberFormat } from '../../charts/numberFormat.ts';
import { scoreParts, type ChartedScore } from '../../charts/scoreParts.ts';
import { stackCharts, type ChartPart, type VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { sum } from '../../numeric/sum.ts';
import { countText, sizedText } from '../document/countText.ts';
import type { ReportDocument, Verdict } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { detailOf, fillTable, percent, type ReportTable } from '../document/reportTable.ts';
import { scoreTable } from '../document/scoreTable.ts';
import { twoDigits } from '../document/twoDigits.ts';
import type { QueryFacts, RetrievalFacts } from './retrievalFacts.ts';
import { retrievalTitle } from './retrievalScores.ts';

/** Height of the distribution, in pixels. */
const HEIGHT = 180;

/** Scores that are shown first. */
const KEY_SCORES = ['ndcg', 'meanAveragePrecision', 'meanReciprocalRank', 'hitRate'];

/** Arranges the contents of a report on rankings. */
export function retrievalDocument(facts: RetrievalFacts, { rows }: ReportLimits): ReportDocument {
  const { title, queries, documents, warnings, notes, scores, topK, worstQueries } = facts;
  return {
    kind: 'Retrieval report',
    title,
    sizes: `${sizedText(queries, 'query', 'queries')}, ${sizedText(documents, 'document')}`,
    verdict: verdictOf(facts),
    keyFacts: [
      ['Queries', countText(queries)],
      ['Documents', countText(documents)],
      ...scores
        .filter(({ name, value }) => KEY_SCORES.includes(name) && Number.isFinite(value))
        .map(({ name, value }): [string, string] => [retrievalTitle(name, topK), numberFormat([value])(value)]),
    ],
    warnings,
    sections: [
      { heading: 'Scores', parts: [scoreTable(titled(facts))] },
      {
        heading: 'Queries',
        parts:
          scores.length === 0
            ? []
            : [
                { chart: () => distributionChart(facts), description: 'Number of queries by nDCG.' },
                distributionTable(facts),
                ...(worstQueries.length === 0 ? [] : [queryTable(facts, rows)]),
              ],
      },
    ],
    notes,
  };
}

/** Stacks all charts of a report vertically. */
export function retrievalChart(facts: RetrievalFacts): VegaLiteSpec {
  return stackCharts([...scoreParts(titled(facts)), distributionChart(facts)]);
}

function titled({ scores, topK }: RetrievalFacts): ChartedScore[] {
  return scores.map((score) => ({ ...score, name: retrievalTitle(score.name, topK) }));
}

/** States how many queries have a relevant document at the top, and the nDCG beside that of a random order. */
function verdictOf({ scores, topK }: RetrievalFacts): Verdict | undefined {
  const find = (name: string): ChartedScore | undefined => scores.find((score) => score.name === name);
  const [hits, ndcg] = [find('hitRate'), find('ndcg')];
  if (hits === undefined || ndcg === undefined || Number.isNaN(hits.value)) return undefined;
  const first = topK === 1 ? 'as the first document' : `among the first ${countText(topK)}`;
  return {
    headline: `${percent(hits.value)} of the queries have a relevant document ${first}`,
    reason: [
      ...(hits.interval ? [`95 % interval ${hits.interval.map(percent).join(' to ')}`] : []),
      `nDCG ${twoDigits(ndcg.value)}${ndcg.interval ? ` (${ndcg.interval.map(twoDigits).join(' to ')})` : ''}`,
      ...(ndcg.baseline === undefined ? [] : [`${twoDigits(ndcg.baseline)} for a random order`]),
    ].join('; '),
  };
}

/** Returns the ends of a bin of the distribution. */
function endsOf({ distribution: { length } }: RetrievalFacts, bin: number): [from: number, to: number] {
  return [bin / length, (bin + 1) / length];
}

/** Distribution of nDCG over queries. */
function distributionChart(facts: RetrievalFacts): ChartPart {
  const values = facts.distribution.map((queries, bin) => {
    const [from, to] = endsOf(facts, bin);
    return { from, to, queries };
  });
  return {
    title: { text: `${retrievalTitle('ndcg', facts.topK)} of queries`, subtitle: '' },
    width: CHART_WIDTH,
    height: HEIGHT,
    data: { values },
    mark: { type: 'bar', color: chartColors.accent, tooltip: true, binSpacing: 1 },
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        bin: { binned: true, step: 1 / values.length },
        title: retrievalTitle('ndcg', facts.topK),
        scale: { domain: [0, 1], nice: false },
      },
      x2: { field: 'to' },
      y: { field: 'queries', type: 'quantitative', title: 'queries', axis: { tickMinStep: 1 } },
    },
  };
}

/** Distribution of nDCG over queries, as text. */
function distributionTable(facts: RetrievalFacts): ReportTable {
  const { distribution, topK } = facts;
  const all = sum(distribution);
  const bins = distribution.map((queries, bin) => ({ queries, ends: endsOf(facts, bin) }));
  const name = retrievalTitle('ndcg', topK);
  return fillTable({ title: `${name} of queries`, medium: 'text' }, bins, [
    { head: name, kind: 'label', cell: ({ ends }) => ends.map((end) => end.toFixed(1)).join(' … ') },
    { head: 'Queries', kind: 'number', cell: ({ queries }) => countText(queries) },
    { head: 'Share', kind: 'share', cell: ({ queries }) => ({ share: queries / all }) },
  ]);
}

/** Table of the queries with the lowest nDCG. */
function queryTable({ worstQueries, distribution, topK }: RetrievalFacts, most: number): ReportTable {
  const shown = worstQueries.slice(0, most);
  const all = sum(distribution);
  const digitsOf = (score: number | undefined): string => (score === undefined ? '–' : twoDigits(score));
  return fillTable<QueryFacts>(
    { title: 'Worst queries', detail: detailOf(all, shown.length, 'lowest nDCG first') },
    shown,
    [
      { head: 'Query', kind: 'label', cell: ({ query }) => labelText(query, 40) },
      { head: 'Documents', kind: 'number', cell: ({ documents }) => countText(documents) },
      { head: 'Relevant', kind: 'number', cell: ({ relevant }) => countText(relevant) },
      { head: retrievalTitle('ndcg', topK), kind: 'number', cell: ({ ndcg }) => twoDigits(ndcg) },
      { head: 'Average precision', kind: 'number', cell: ({ averagePrecision }) => digitsOf(averagePrecision) },
      { head: 'Reciprocal rank', kind: 'number', cell: ({ reciprocalRank }) => digitsOf(reciprocalRank) },
    ],
    all,
  );
}
