import { sortFloats } from './sortFloats.ts';

/** Values in ascending order, and the index of each before sorting. Equal values keep their order. */
interface SortedOrder {
  readonly sorted: Float64Array | Float32Array;
  readonly order: Float64Array;
}

/** Returns the order of finite values, which are not modified. It takes linear time. */
export function sortedOrder(values: Float64Array | Float32Array): SortedOrder {
  const sorted = values.slice();
  const order = Float64Array.from(sorted.keys());
  sortFloats(sorted, order);
  return { sorted, order };
}
