import { clusteringReport } from '../report/clustering/clusteringReport.ts';
import type { ClusteringReportOptions } from '../report/clustering/clusteringReport.ts';
import type { Labels } from '../inputs/labels.ts';
import { checkLabels } from '../inputs/labels.ts';
import { checkSamples } from '../inputs/samples.ts';
import { ClusterMoments } from '../state/moments/clusterMoments.ts';
import { LabeledSampleBuffer } from '../state/samples/labeledSampleBuffer.ts';
import { badData, badUsage } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { asLabels, countLabels } from './files/readLabels.ts';
import { readNumber, readWholeNumber } from './files/decimal.ts';
import { readNumberRows } from './files/readNumberRows.ts';
import { expandColumns } from './files/expandColumns.ts';
import { requireColumns } from './files/requireColumns.ts';
import type { TableFile } from './files/tableFile.ts';
import { formatReport, type ReportFormat } from './formatReport.ts';
import { printable } from './printable.ts';
import { readStates, type MergedStates } from './readStates.ts';

/** Options for `tfjs-metrics report`. */
interface ReportCommandOptions extends ReadOptions {
  readonly preds?: string | undefined;
  readonly target?: string | undefined;
  /** Numeric columns; `'all'` for every column except labels and an unnamed index. */
  readonly features?: readonly string[] | 'all' | undefined;
  readonly ignoreLabel?: readonly string[] | undefined;
  readonly dropMissing: boolean;
  readonly maxSamples: number;
  readonly seed: number;
  readonly title?: string | undefined;
  readonly merge: boolean;
  readonly format: ReportFormat;
}

/**
 * Names of unnamed columns: for an empty header cell in this package, for an index read or written to Parquet by
 * pandas, and for row names read by R.
 */
const UNNAMED = /^(column\d+|Unnamed: \d+|__index_level_\d+__|X)$/;

/** Runs `tfjs-metrics report`: reports scores, confidence intervals and confusions of a clustering. */
export async function reportCommand(
  paths: readonly string[],
  options: ReportCommandOptions,
  streams: CommandStreams,
): Promise<string> {
  const { title, seed, maxSamples, format, ignoreLabel } = options;
  const states = options.merge
    ? await readStates(paths)
    : await withTable(onlyPath(paths), options, streams, (file) => readFile(file, options));
  const report = clusteringReport({
    ...states,
    ...(title === undefined ? {} : { title }),
    seed,
    maxSamples,
    ...(ignoreLabel === undefined ? {} : { ignoreLabel: asLabels(ignoreLabel) }),
  } as ClusteringReportOptions);
  if (report.samples === 0) throw badData('report: expected at least one sample without ignored labels, got none');
  return formatReport('report', report, format);
}

function onlyPath(paths: readonly string[]): string {
  if (paths.length === 1) return paths[0]!;
  throw badUsage(`report: expected one file, got ${paths.length}; use --merge for saved states`);
}

async function readFile(
  file: TableFile,
  options: ReportCommandOptions,
): Promise<MergedStates & { readonly leftOut: number }> {
  const { preds, target, dropMissing } = options;
  if (preds === undefined)
    throw badUsage('report: expected --preds, got none; name the column of cluster labels, as in --preds cluster');
  if (target === undefined && options.features === undefined) {
    throw badUsage(
      'report: expected --target, --features or both, got neither; name the column of classes or the numeric columns',
    );
  }
  const labelColumns = target === undefined ? [preds] : [preds, target];
  requireColumns(file, labelColumns);
  const { table: counted, missing } = await countLabels(file, labelColumns, dropMissing);
  const table = target === undefined ? undefined : counted.pair(0, 1);
  if (options.features === undefined) return { table, leftOut: missing };
  const isNumber = [...counted.entries()].every(({ labels }) => typeof labels[0] === 'number');
  const features =
    options.features === 'all'
      ? await allFeatures(file, labelColumns)
      : expandColumns(file, '--features', options.features, labelColumns);
  const read = await readSamples(file, features, labelColumns, isNumber, options);
  // Without classes, rows with a missing feature are not counted as samples.
  const samples = table ? counted.n : read.moments.n;
  return { table, ...read, leftOut: counted.n + missing - samples };
}

/** Returns all columns except the labels and an index written by pandas or R. */
async function allFeatures(file: TableFile, labelColumns: readonly string[]): Promise<string[]> {
  const features: string[] = [];
  for (const column of file.columns) {
    if (labelColumns.includes(column)) continue;
    if (await isIndexColumn(file, column)) {
      file.note(`left out column "${printable(column)}", which is a row index; name it in --features to use it`);
    } else features.push(column);
  }
  return features;
}

/** Computes the moments of all samples and keeps a uniform random subset for scores that need the samples. */
async function readSamples(
  file: TableFile,
  features: readonly string[],
  labelColumns: readonly string[],
  isNumber: boolean,
  { maxSamples, seed, dropMissing }: ReportCommandOptions,
): Promise<{ samples: LabeledSampleBuffer; moments: ClusterMoments }> {
  const moments = new ClusterMoments();
  const kept = new LabeledSampleBuffer({ maxSamples, seed });
  const rows = readNumberRows(file, features, { beside: labelColumns, dropMissing });
  for await (const { samples, beside } of rows) {
    const texts = beside.map(([pred]) => pred!);
    const given = (isNumber ? texts.map((text) => readNumber(text, file.decimal)) : texts) as Labels;
    const labels = checkLabels(given, 'preds');
    const checked = { samples: checkSamples(samples, 'features'), labels };
    moments.add(samples, given);
    kept.add(checked);
  }
  return { samples: kept, moments };
}

/** Returns true if a column is unnamed and numbers the rows, 0, 1, 2, … or 1, 2, 3, …, as pandas and R write it. */
async function isIndexColumn(file: TableFile, column: string): Promise<boolean> {
  if (!UNNAMED.test(column)) return false;
  let first: number | undefined;
  let row = 0;
  for await (const rows of file.rows([column])) {
    for (const [cell] of rows) {
      const value = cell === null ? undefined : readWholeNumber(cell!, file.decimal);
      first ??= value;
      if ((first !== 0 && first !== 1) || value !== first + row) return false;
      row++;
    }
  }
  return row > 0;
}
