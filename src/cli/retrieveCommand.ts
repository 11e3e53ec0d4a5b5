import type { OnEmptyQuery } from '../functional/retrieval/retrievalOptions.ts';
import { checkDocuments, type CheckedDocuments } from '../inputs/checkDocuments.ts';
import { checkLabels, type CheckedLabels, type Label } from '../inputs/labels.ts';
import { computeRetrieval } from '../report/retrieval/computeRetrieval.ts';
import type { RankingWords } from '../report/retrieval/rankingWords.ts';
import { RetrievalReport } from '../report/retrieval/retrievalReport.ts';
import { QueryScores } from '../state/composed/queryScores.ts';
import { badData } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { readNumber } from './files/decimal.ts';
import { asLabels, typedLabels } from './files/readLabels.ts';
import { numberHint, readNumberRows } from './files/readNumberRows.ts';
import type { TableFile } from './files/tableFile.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { formatReport, type ReportFormat } from './formatReport.ts';
import { printable } from './printable.ts';

/** Options for `tfjs-metrics retrieve`. */
interface RetrieveOptions extends ReadOptions {
  readonly query: string;
  readonly score: string;
  readonly relevance: string;
  /** True if low scores come first, as with ranks and distances. */
  readonly ascending: boolean;
  readonly k: number;
  readonly minRelevance?: number | undefined;
  readonly gain: 'linear' | 'exponential';
  readonly onEmpty: OnEmptyQuery;
  readonly worst: number;
  readonly ignoreLabel?: readonly string[] | undefined;
  readonly dropMissing: boolean;
  readonly title?: string | undefined;
  readonly format: ReportFormat;
}

/** Runs `tfjs-metrics retrieve`: reports scores of rankings, confidence intervals and the worst queries. */
export async function retrieveCommand(
  path: string,
  options: RetrieveOptions,
  streams: CommandStreams,
): Promise<string> {
  const { k: topK, minRelevance, gain, onEmpty: onEmptyQuery, worst, title, format } = options;
  const { name, documents, ignored, leftOut } = await withTable(path, options, streams, (file) =>
    readDocuments(file, options),
  );
  const settings = { topK, minRelevance, gain, onEmptyQuery, worst, title, leftOut };
  const facts = computeRetrieval(documents, settings, ignored, wordsOf(name, options));
  return formatReport('retrieve', new RetrievalReport(facts), format);
}

/** Returns the names of the options of the command line. */
function wordsOf(owner: string, { ascending }: RetrieveOptions): RankingWords {
  return {
    owner,
    grades: '--relevance',
    minRelevance: '--min-relevance',
    skip: '--on-empty skip',
    reversed: ascending
      ? 'lower numbers may mean less relevant documents; if so, leave out --ascending'
      : 'higher scores may mean less relevant documents; if so, use --ascending',
  };
}

/** Documents of a file, and the numbers of rows that were left out. */
interface ReadDocuments {
  /** Name of the file. */
  readonly name: string;
  readonly documents: CheckedDocuments;
  /** Number of documents without a judgment. */
  readonly ignored: number;
  /** Number of rows with a missing value. */
  readonly leftOut: number;
}

async function readDocuments(
  file: TableFile,
  { query, score, relevance, ascending, dropMissing, ignoreLabel }: RetrieveOptions,
): Promise<ReadDocuments> {
  const ignoredGrades = asLabels(ignoreLabel);
  const state = new QueryScores();
  let [read, ignored, leftOut] = [0, 0, 0];
  const rows = readNumberRows(file, [score], { beside: [query, relevance], dropMissing });
  for await (const { samples, beside, places, size } of rows) {
    const queries: string[] = [];
    const [scores, grades]: number[][] = [[], []];
    beside.forEach(([name, cell], i) => {
      const grade = readGrade(file, relevance, cell!, places[i]!, ignoredGrades);
      if (grade === undefined) return;
      queries.push(name!);
      scores!.push(ascending ? -samples.data[i]! : samples.data[i]!);
      grades!.push(grade);
    });
    read += beside.length;
    ignored += beside.length - queries.length;
    leftOut += size - places.length;
    const documents = checkDocuments(scores, grades, { queries });
    state.addDocuments(documents, documents.queries as CheckedLabels);
  }
  if (read === ignored) throw badData(`${file.name}: expected at least one document with a judgment, got none`);
  const { queries: texts, ...documents } = state.documents;
  const queries = typedLabels(file, query, (texts as CheckedLabels).values as readonly string[]);
  return { name: file.name, documents: { ...documents, queries: checkLabels(queries, 'queries') }, ignored, leftOut };
}

/** Reads a grade of relevance, or true or false; undefined if it is ignored. */
function readGrade(
  file: TableFile,
  column: string,
  cell: string,
  row: number,
  ignored: readonly Label[],
): number | undefined {
  const grade = /^true$/i.test(cell) ? 1 : /^false$/i.test(cell) ? 0 : readNumber(cell, file.decimal);
  if (ignored.includes(cell) || ignored.includes(grade)) return undefined;
  if (grade >= 0) return grade;
  const hint =
    grade < 0 ? `--ignore-label ${grade} leaves out documents without a judgment` : numberHint(cell, file.decimal);
  throw badData(
    `${file.name}: column "${printable(column)}", row ${row}: expected a grade of relevance from 0 up, true or false, got "${printable(cell)}"; ${hint}`,
  );
}
