import { areWithin } from '../numeric/kernels/areWithin.ts';
import { checkLabels, type CheckedLabels, type Labels } from './labels.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { samplePlace, type SampleShape } from './samplePlace.ts';
import type { Samples } from './samples.ts';
import { shapedInput } from './shapedInput.ts';

const MOST = Number.MAX_VALUE;

/** Options that determine how documents are read. */
export interface DocumentReadingOptions {
  /**
   * Value in the target that marks a document without a judgment, such as −1. It is left out, and so is a query that has
   * no other documents. Default: none.
   */
  readonly ignoreLabel?: number | undefined;
}

/** Options of one batch of documents. */
export interface DocumentBatchOptions {
  /**
   * Query of each document, `[N]`: whole numbers, strings or booleans. Default: `[N]` scores are one query, and each row
   * of `[Q, D]` scores is one.
   */
  readonly queries?: Labels | undefined;
}

/** Grades of relevance of documents: numbers from 0 up, or booleans, in the shape of the scores. */
export type Relevance = Samples | readonly boolean[] | readonly (readonly boolean[])[];

/** Checked documents of one or more queries, without those that have no judgment. */
export interface CheckedDocuments {
  /** Score of each document. */
  readonly scores: Float64Array;
  /** Grade of relevance of each document. */
  readonly relevance: Float64Array;
  /** Query of each document, or the number of consecutive documents of each query. */
  readonly queries: CheckedLabels | Int32Array;
}

/**
 * Checks the scores and the relevance of documents.
 *
 * @throws {@link MetricInputError} if a score is not finite, a grade is not a finite number from 0 up, the shapes differ,
 * or there is not one query for each document.
 */
export function checkDocuments(
  preds: unknown,
  target: unknown,
  { queries, ignoreLabel }: DocumentBatchOptions & DocumentReadingOptions,
): CheckedDocuments {
  const [predicted, truth] = [shapedInput(preds, 'preds'), shapedInput(target, 'target')];
  const { shape } = predicted;
  if (![1, 2].includes(shape.length) || shape.join() !== truth.shape.join()) {
    throw new MetricInputError(
      `preds, target: expected the same shape, [N] or [Q, D], got [${shape.join(', ')}] and [${truth.shape.join(', ')}]`,
    );
  }
  const scores = new Float64Array(predicted.rows().data);
  if (Array.isArray(target)) requireGradesOrBooleans(target, shape.length === 2);
  const relevance = new Float64Array(truth.rows().data);
  const columns = shape.length === 1 ? scores.length : shape[1]!;
  requireDocuments(scores, relevance, ignoreLabel, { d: columns, isOneDimensional: shape.length === 1 });
  const labels = queries === undefined ? undefined : checkQueries(queries, shape);
  if (ignoreLabel === undefined || !relevance.includes(ignoreLabel)) {
    const sizes = new Int32Array(scores.length > 0 ? scores.length / columns : 0).fill(columns);
    return { scores, relevance, queries: labels ?? sizes };
  }
  const isKept = (_: unknown, k: number): boolean => relevance[k] !== ignoreLabel;
  const kept = { scores: scores.filter(isKept), relevance: relevance.filter(isKept) };
  if (labels)
    return { ...kept, queries: { ...labels, values: labels.values.filter(isKept as never) } as CheckedLabels };
  const sizes = new Int32Array(scores.length / columns);
  for (let k = 0; k < scores.length; k++) sizes[Math.floor(k / columns)]! += Number(isKept(undefined, k));
  return { ...kept, queries: sizes };
}

/** @throws {@link MetricInputError} if a grade comes after a boolean, or the other way round. */
function requireGradesOrBooleans(target: readonly unknown[], hasRows: boolean): void {
  const rows = (hasRows ? target : [target]) as readonly (readonly unknown[])[];
  const kind = typeof rows[0]?.[0];
  if (kind !== 'number' && kind !== 'boolean') return;
  const [other, name] = kind === 'boolean' ? ['number', 'boolean'] : ['boolean', 'grade'];
  for (const [i, row] of rows.entries()) {
    const k = Array.isArray(row) ? row.findIndex((value) => typeof value === other) : -1;
    if (k < 0) continue;
    const place = `target${hasRows ? `[${i}]` : ''}[${k}]`;
    throw inputError(place, `a ${name} like those before it`, row[k], 'pass grades or booleans, not both');
  }
}

/** @throws {@link MetricInputError} if a document with a judgment has an invalid score or grade. */
function requireDocuments(
  scores: Float64Array,
  relevance: Float64Array,
  ignored: number | undefined,
  shape: SampleShape,
): void {
  if (areWithin(scores, -MOST, MOST) && areWithin(relevance, 0, MOST)) return;
  const isValid = (k: number): boolean => Number.isFinite(scores[k]) && relevance[k]! >= 0 && relevance[k]! <= MOST;
  const invalid = scores.findIndex((_, k) => relevance[k] !== ignored && !isValid(k));
  if (invalid >= 0) throw invalidDocument(scores, relevance, invalid, shape);
}

function invalidDocument(
  scores: Float64Array,
  relevance: Float64Array,
  k: number,
  shape: SampleShape,
): MetricInputError {
  if (!Number.isFinite(scores[k])) return inputError(samplePlace('preds', k, shape), 'a finite number', scores[k]);
  const fix = relevance[k] === -1 ? 'for documents without a judgment, set the option "ignoreLabel"' : undefined;
  return inputError(samplePlace('target', k, shape), 'a finite number from 0 up', relevance[k], fix);
}

function checkQueries(queries: unknown, [n, columns = 1]: readonly number[]): CheckedLabels {
  const labels = checkLabels(queries, 'queries', 'pass the number or the name of the query of each document');
  if (columns !== 1) {
    throw new MetricInputError(
      `queries: expected scores of shape [N], got [${n}, ${columns}]; without the option "queries", each row is a query`,
    );
  }
  if (labels.values.length !== n) {
    throw new MetricInputError(`queries: expected the query of each of ${n} documents, got ${labels.values.length}`);
  }
  return labels;
}
