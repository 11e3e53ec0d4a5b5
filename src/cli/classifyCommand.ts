import { ClassificationReport } from '../report/classification/classificationReport.ts';
import { ClassifierStates } from '../report/classification/classifierStates.ts';
import { sourcesOfMetrics, type ClassificationSources } from '../report/classification/classificationSources.ts';
import { computeFacts } from '../report/classification/computeFacts.ts';
import { partsOfMetrics } from '../report/scores/partsOfMetrics.ts';
import type { Label, Labels } from '../inputs/labels.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { MultiwayTable } from '../state/tables/multiwayTable.ts';
import { badData, badUsage } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { listClasses } from './listClasses.ts';
import { labelsOfColumns } from './labelsOfColumns.ts';
import { checkProbabilities } from './checkProbabilities.ts';
import { asLabels, countLabels, ofOneKind } from './files/readLabels.ts';
import { expandColumns } from './files/expandColumns.ts';
import { readNumber } from './files/decimal.ts';
import { readNumberRows } from './files/readNumberRows.ts';
import { requireColumns } from './files/requireColumns.ts';
import type { TableFile } from './files/tableFile.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { formatReport, type ReportFormat } from './formatReport.ts';
import { printable } from './printable.ts';
import { readMetrics } from './readMetrics.ts';

/** Options for `tfjs-metrics classify`. */
interface ClassifyOptions extends ReadOptions {
  readonly target?: string | undefined;
  readonly preds?: string | undefined;
  /** Column of the probability of the positive class. */
  readonly score?: string | undefined;
  /** Columns of the probabilities of each class. */
  readonly scores?: readonly string[] | undefined;
  /** Classes of the columns of `scores`. */
  readonly labels?: readonly string[] | undefined;
  readonly positive?: string | undefined;
  readonly threshold?: number | undefined;
  readonly logits: boolean;
  readonly bins: number;
  /** Number of thresholds between which scores are counted. Default: each distinct score. */
  readonly thresholds?: number | undefined;
  readonly merge: boolean;
  readonly draws?: number | undefined;
  readonly ignoreLabel?: readonly string[] | undefined;
  readonly dropMissing: boolean;
  readonly seed: number;
  readonly title?: string | undefined;
  readonly format: ReportFormat;
}

/** Runs `tfjs-metrics classify`: reports scores, confidence intervals and confusions of a classifier. */
export async function classifyCommand(
  paths: readonly string[],
  options: ClassifyOptions,
  streams: CommandStreams,
): Promise<string> {
  const { title, seed, draws, format } = options;
  const { sources, leftOut } = options.merge
    ? await readSaved(paths, options)
    : await readRows(paths, options, streams);
  const report = new ClassificationReport(computeFacts(sources, { title, seed, draws, leftOut }));
  if (report.samples === 0) throw badData('classify: expected at least one sample without ignored labels, got none');
  return formatReport('classify', report, format);
}

/** Restores and merges saved metrics. */
async function readSaved(paths: readonly string[], options: ClassifyOptions): Promise<ReadRows> {
  const ofRows = ['target', 'preds', 'score', 'scores', 'labels', 'threshold', 'thresholds'] as const;
  const given = ofRows.find((name) => options[name] !== undefined);
  if (given !== undefined) throw badUsage(`classify --merge: expected saved metrics alone, got --${given}`);
  try {
    return { sources: sourcesOfMetrics(partsOfMetrics('classify --merge', await readMetrics(paths))), leftOut: 0 };
  } catch (cause) {
    if (cause instanceof MetricInputError) throw badData(cause.message, { cause });
    throw cause;
  }
}

async function readRows(
  paths: readonly string[],
  options: ClassifyOptions,
  streams: CommandStreams,
): Promise<ReadRows> {
  if (paths.length !== 1) {
    throw badUsage(`classify: expected one file, got ${paths.length}; use --merge for saved metrics`);
  }
  const { target } = options;
  if (target === undefined) {
    throw badUsage('classify: expected --target, got none; name the column of true classes, as in --target label');
  }
  requireFitting(options);
  return withTable(paths[0]!, options, streams, (file) => readFile(file, { ...options, target }));
}

function requireFitting({ preds, score, scores, labels, threshold, thresholds, logits }: ClassifyOptions): void {
  const hasScores = score !== undefined || scores !== undefined;
  if (preds === undefined && !hasScores) {
    throw badUsage(
      'classify: expected --preds, --score or --scores, got none; name the column of predicted classes, as in --preds predicted',
    );
  }
  if (score !== undefined && scores !== undefined) throw badUsage('classify: expected --score or --scores, got both');
  const isUnused: Readonly<Record<string, [boolean, string]>> = {
    '--threshold': [threshold !== undefined && (score === undefined || preds !== undefined), '--score and no --preds'],
    '--logits': [logits && !hasScores, '--score or --scores'],
    '--thresholds': [thresholds !== undefined && !hasScores, '--score or --scores'],
    '--labels': [labels !== undefined && scores === undefined, '--scores'],
  };
  for (const [option, [isGiven, needed]] of Object.entries(isUnused)) {
    if (isGiven) throw badUsage(`classify: expected ${option} only with ${needed}, got other options`);
  }
}

/** States of the rows of a file, and the number of rows that were left out. */
interface ReadRows {
  readonly sources: ClassificationSources;
  readonly leftOut: number;
}

async function readFile(file: TableFile, options: ClassifyOptions & { readonly target: string }): Promise<ReadRows> {
  const { preds, target, score, dropMissing, positive } = options;
  const labelColumns = preds === undefined ? [target] : [target, preds];
  const scores = options.scores && expandColumns(file, '--scores', options.scores, labelColumns);
  if (scores?.length === 1) throw badUsage('classify: expected at least two columns in --scores, got 1; use --score');
  const numbers = scores ?? (score === undefined ? [] : [score]);
  requireColumns(file, [...labelColumns, ...numbers]);
  const { table: counted, missing } = await countLabels(file, labelColumns, dropMissing);
  const table = ofOneKind(counted);
  const known = labelsIn(table);
  const isNumber = typeof known[0] === 'number';
  const ignoreLabel = options.ignoreLabel === undefined ? undefined : asLabels(options.ignoreLabel);
  const positiveLabel = positive === undefined ? undefined : asKind(positive, isNumber);
  if (positiveLabel !== undefined && !known.includes(positiveLabel)) {
    throw badUsage(
      `classify: expected --positive to be one of the classes ${listClasses(known)}, got "${printable(positive!)}"`,
    );
  }
  if (numbers.length === 0)
    return { sources: { table: table.pair(1, 0), positiveLabel, ignoreLabel }, leftOut: missing };
  const isIgnored = (label: Label): boolean => ignoreLabel?.includes(label) === true;
  const classes = known.filter((label) => !isIgnored(label));
  const labels =
    scores === undefined
      ? classesOfScore(classes, positiveLabel, preds !== undefined)
      : labelsOfColumns(scores, options.labels, classes);
  const states = new ClassifierStates({
    labels,
    positiveLabel,
    ignoreLabel,
    threshold: options.threshold,
    fromLogits: options.logits,
    bins: options.bins,
    thresholds: options.thresholds,
  });
  const rows = readNumberRows(file, numbers, { beside: labelColumns, dropMissing });
  for await (const { samples, beside, places } of rows) {
    if (places.length === 0) continue;
    if (!options.logits) checkProbabilities(file, numbers, samples, places);
    const columnOf = (j: number): Labels =>
      beside.map((row) => (isNumber ? readNumber(row[j]!, file.decimal) : row[j]!)) as Labels;
    const batch = { scores: samples, target: columnOf(0) };
    states.add(preds === undefined ? batch : { ...batch, preds: columnOf(1) });
  }
  const { sources } = states;
  return { sources, leftOut: counted.n + missing - sources.table.n };
}

/** Returns all labels in a table, sorted. */
function labelsIn(table: MultiwayTable): Label[] {
  const all = new Set([...table.entries()].flatMap(({ labels }) => labels));
  return [...all].sort((a, b) => (a < b ? -1 : 1));
}

function asKind(text: string, isNumber: boolean): Label {
  return isNumber ? (asLabels([text]).find((label) => typeof label === 'number') ?? text) : text;
}

/** Returns both classes of a binary classifier; undefined if the predictions have more. */
function classesOfScore(
  classes: readonly Label[],
  positiveLabel: Label | undefined,
  hasPreds: boolean,
): readonly Label[] | undefined {
  const isBits = classes.every((label) => label === 0 || label === 1);
  if (positiveLabel === undefined && !isBits) {
    throw badUsage(`classify: expected --positive, got none; name one of the classes ${listClasses(classes)}`);
  }
  if (isBits) return [0, 1];
  if (classes.length === 2) return classes;
  if (hasPreds) return undefined;
  throw badUsage(
    `classify: expected two classes for --score, got ${classes.length}; name a column of predictions with --preds, or a column for each class with --scores`,
  );
}
