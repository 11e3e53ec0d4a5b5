import { isTypedArray, type NumericTypedArray } from './isTypedArray.ts';
import { checkLabels, type Label, type Labels } from './labels.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { checkSamples, type FlatSamples } from './samples.ts';
import { asTensorLike, type TensorData, type TensorLike } from './tensorLike.ts';

/** Probabilities of K clusters for N samples, `[N, K]`: a tensor, an array of rows, or a flat array with its shape. */
export type Probabilities = TensorLike | TensorData | readonly (readonly number[] | NumericTypedArray)[] | FlatSamples;

/** Cluster assignments of N samples: probabilities, or one label per sample. */
export type Assignments = Probabilities | Labels;

/** Checked assignments: `n` rows with a probability for each label. */
interface CheckedAssignments {
  readonly n: number;
  readonly labels: readonly Label[];
  readonly data: Float32Array | Float64Array;
  /** True if the input was one label per sample. */
  readonly areLabels: boolean;
}

/** Tolerance of the sum of the probabilities of a sample. */
const SLACK = 1e-3;

/** Returns whether an input is one-dimensional and therefore holds labels. */
export function areLabels(input: unknown): boolean {
  if (isTypedArray(input)) return true;
  if (Array.isArray(input)) return input.length === 0 || typeof input[0] !== 'object';
  return asTensorLike(input, 'input')?.shape.length === 1;
}

/**
 * Checks assignments. Labels are converted to probabilities of 0 and 1.
 *
 * @throws {@link MetricInputError} if a probability is negative or above 1, or those of a sample do not sum to 1.
 */
export function checkAssignments(input: unknown, name: string): CheckedAssignments {
  if (areLabels(input)) return oneHot(input as Labels, name);
  const { data, n, d } = checkSamples(input, name);
  requireProbabilities(data, n, d, name);
  return { n, labels: Array.from({ length: d }, (_, k) => k), data, areLabels: false };
}

/** @throws {@link MetricInputError} if a row does not hold probabilities that sum to 1. */
export function requireProbabilities(data: ArrayLike<number>, n: number, d: number, name: string): void {
  for (let row = 0, k = 0; row < n; row++) {
    let sum = 0;
    for (let column = 0; column < d; column++, k++) {
      const value = data[k]!;
      if (!(value >= 0 && value <= 1 + SLACK)) {
        throw inputError(
          `${name}[${row}][${column}]`,
          'a probability from 0 to 1',
          value,
          'take the softmax of logits first',
        );
      }
      sum += value;
    }
    if (Math.abs(sum - 1) <= SLACK) continue;
    throw new MetricInputError(`${name}[${row}]: expected probabilities that sum to 1, got the sum ${sum}`);
  }
}

function oneHot(input: Labels, name: string): CheckedAssignments {
  const checked = checkLabels(input, name);
  const { values } = checked;
  const raw = Array.from(values as ArrayLike<Label>);
  const isLess = (a: Label, b: Label): number => (a < b ? -1 : 1);
  const sorted = [...new Set(raw)].sort(isLess);
  const code = new Map(sorted.map((label, k) => [label, k]));
  const data = new Float32Array(raw.length * sorted.length);
  raw.forEach((label, row) => (data[row * sorted.length + code.get(label)!] = 1));
  const labels = checked.kind === 'boolean' ? sorted.map(Boolean) : sorted;
  return { n: raw.length, labels, data, areLabels: true };
}
