import { textTable } from '../report/document/textTable.ts';
import { printable } from './printable.ts';

/** A score or a difference with its interval, whose ends are NaN if they are unknown. */
interface ComparedValue {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Difference of a score between two models of the same rows. */
export interface ComparedDifference {
  readonly score: string;
  readonly preds: string;
  readonly minus: string;
  readonly difference: ComparedValue;
}

/** Result of a comparison. */
interface Comparison {
  /** Sentence on the rows and the intervals. */
  readonly heading: string;
  /** Kind of the models, such as "clusterings". */
  readonly what: string;
  readonly models: readonly { readonly preds: string; readonly samples: number }[];
  readonly scores: readonly { readonly score: string; readonly values: readonly ComparedValue[] }[];
  readonly differences: readonly ComparedDifference[];
  /** How the differences were computed. Default: not stated. */
  readonly detail?: string | undefined;
  /** Returns the format of the numbers of one interval. Default: four decimals. */
  readonly formatOf?: ((value: ComparedValue) => (number: number) => string) | undefined;
}

const DIFFERENT_ROWS =
  'Rows with an ignored label are left out for that clustering only, so the scores are computed on different rows.';

/** Formats a comparison for a terminal. */
export function describeComparison(comparison: Comparison): string {
  const { heading, what, models, scores, differences, detail } = comparison;
  const { formatOf = () => (number: number) => number.toFixed(4) } = comparison;
  const intervalText = (interval: ComparedValue): string => {
    const { value, lower, upper } = interval;
    if (Number.isNaN(value)) return '–';
    const text = formatOf(interval);
    return text(value) + (Number.isNaN(lower) ? '' : ` [${text(lower)}, ${text(upper)}]`);
  };
  const side = [
    ['samples', ...models.map(({ samples }) => String(samples))],
    ...scores.map(({ score, values }) => [score, ...values.map(intervalText)]),
  ];
  const rows = differences.map(({ score, preds: first, minus, difference }) => [
    score,
    `${printable(first, 24)} − ${printable(minus, 24)}`,
    intervalText(difference),
    isBeyondChance(difference),
  ]);
  return [
    heading,
    textTable(['score', ...models.map(({ preds }) => printable(preds, 24))], side),
    ...(new Set(models.map(({ samples }) => samples)).size > 1 ? [DIFFERENT_ROWS] : []),
    detail === undefined ? 'Differences' : `Differences, ${detail}`,
    textTable(['score', what, 'difference', 'beyond chance'], rows),
  ].join('\n\n');
}

function isBeyondChance({ lower, upper }: ComparedValue): string {
  if (Number.isNaN(lower)) return '–';
  return lower > 0 || upper < 0 ? 'yes' : 'no';
}

/** Formats a confidence level in percent. */
export function confidenceText(confidence: number): string {
  return `${Number((100 * confidence).toPrecision(6))} %`;
}

/** Returns all pairs of different models, in order. */
export function pairsOf<Model>(models: readonly Model[]): [Model, Model][] {
  return models.flatMap((first, j) => models.slice(j + 1).map((second): [Model, Model] => [first, second]));
}
