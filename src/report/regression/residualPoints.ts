import type { ResidualPoints } from './regressionFacts.ts';
import type { ResidualSamples } from './residualSamples.ts';

/** Number of cells of the grid in each direction, which limits the size of a page. */
const COLUMNS = 45;
const ROWS = 30;

/** Summarizes the samples in each cell of a grid of predictions and residuals. */
export function residualPoints({ preds, residuals, weights }: ResidualSamples): ResidualPoints {
  const columnOf = cellsOf(preds, COLUMNS);
  const rowOf = cellsOf(residuals, ROWS);
  const [samples, predictions, errors] = [0, 1, 2].map(() => new Float64Array(COLUMNS * ROWS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < preds.length; i++) {
    const cell = columnOf(preds[i]!) * ROWS + rowOf(residuals[i]!);
    const weight = weights?.[i] ?? 1;
    samples[cell]! += weight;
    // Updates of means do not overflow as sums do.
    const share = weight / samples[cell]!;
    predictions[cell]! += share * (preds[i]! - predictions[cell]!);
    errors[cell]! += share * (residuals[i]! - errors[cell]!);
  }
  const used = Array.from(samples.keys()).filter((cell) => samples[cell]! > 0);
  const pick = (values: Float64Array): number[] => used.map((cell) => values[cell]!);
  return { prediction: pick(predictions), residual: pick(errors), samples: pick(samples) };
}

/** Returns the function that computes the cell of a value. */
function cellsOf(values: Float64Array | Float32Array, cells: number): (value: number) => number {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const range = greatest - least;
  return (value) => (range > 0 ? Math.min(cells - 1, Math.floor(((value - least) / range) * cells)) : 0);
}
