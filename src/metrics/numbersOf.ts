import { MetricStateError } from '../state/metricStateError.ts';

/**
 * Returns the numbers in the value of a metric, in order: a number, or numbers in plain objects, arrays or typed
 * arrays at any depth.
 *
 * @throws {@link MetricStateError} if the value contains anything else.
 */
export function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersOf);
  throw new MetricStateError(`value of a metric: expected numbers, got a ${typeof value}`);
}

/**
 * Returns a value of the same structure with each number replaced by a function of it. `k` is the index of the
 * number.
 */
export function mapNumbers(value: unknown, map: (number: number, k: number) => unknown): unknown {
  let k = 0;
  const visit = (part: unknown): unknown => {
    if (typeof part === 'number') return map(part, k++);
    if (Array.isArray(part)) return part.map(visit);
    if (ArrayBuffer.isView(part)) return Array.from(part as Float64Array, visit);
    const parts = Object.entries(part as object);
    return Object.fromEntries(parts.map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(value);
}
