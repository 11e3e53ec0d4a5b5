import { describeGiven, isNumericTensor } from '../functional/information/soft/isNumericTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** @throws {@link MetricInputError} unless a function given as an option returned a tensor of one of these shapes. */
export function requireGiven(option: string, value: unknown, shapes: readonly (readonly number[])[]): void {
  if (isNumericTensor(value) && shapes.some((shape) => String(value.shape) === String(shape))) {
    return;
  }
  const expected = shapes.map((shape) => `[${shape.join(', ')}]`).join(' or ');
  throw new MetricInputError(
    `estimateMutualInfo: option "${option}": expected it to return a tensor of shape ${expected}, got ` +
      describeGiven(value),
  );
}
