import { describe, expect, test } from '@jest/globals';
import { BinSearch } from '../../../src/numeric/sorting/binSearch.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const edgeLists: Readonly<Record<string, number[]>> = {
  'one edge': [0.5],
  'evenly spaced edges': Array.from({ length: 200 }, (_, k) => k / 199),
  'edges that are close together': [0, 1e-9, 2e-9, 3e-9, 1],
  'edges far apart': [-1e300, -1, 0, 1e-300, 1, 1e300],
  'a range that overflows': [-1.7e308, 0, 1.7e308],
  'neighboring numbers': [1, 1 + 2 ** -52, 1 + 2 ** -51],
};

describe.each(Object.entries(edgeLists))('%s', (_, edges) => {
  test('each value is in the bin between its edges', () => {
    const near = edges.flatMap((edge) => [edge, edge * (1 + 2 ** -52), edge * (1 - 2 ** -53), edge + 1e-12]);
    const random = Array.from({ length: 500 }, (__, i) => hash32(i, 1) / 2 ** 31 - 0.5);
    const values = Float64Array.from([...near, ...random, -1e308, 1e308]);
    for (const value of values) {
      const sums = new Float64Array(2 * (edges.length + 1));
      const batch = { values: Float64Array.of(value), groups: Uint8Array.of(1), weights: undefined };
      new BinSearch(Float64Array.from(edges)).addUp(batch, { weights: sums });
      const bin = edges.filter((edge) => edge <= value).length;
      expect([value, sums.indexOf(1)]).toEqual([value, edges.length + 1 + bin]);
    }
  });
});
