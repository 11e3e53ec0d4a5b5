import { expect, test } from '@jest/globals';
import { createContext, runInContext } from 'node:vm';
import { ContingencyTable } from 'tfjs-metrics';

const LEAST = -(2 ** 31);

test.each([
  ['preds', (labels: number[]): [number[], number[]] => [labels, labels.map(() => 0)]],
  ['target', (labels: number[]): [number[], number[]] => [labels.map(() => 0), labels]],
])('%s that descend to the smallest 32-bit integer are counted', (_, batch) => {
  const count = (): number => {
    const table = ContingencyTable.of(...batch([LEAST + 1, LEAST + 2]));
    return table.add(...batch([LEAST])).n;
  };
  // The bug was an infinite loop, which only the timeout of a VM context can stop.
  expect(runInContext('count()', createContext({ count }), { timeout: 120_000 })).toBe(3);
});
