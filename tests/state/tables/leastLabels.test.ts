import { expect, test } from '@jest/globals';
import { createContext, runInContext } from 'node:vm';
import { ContingencyTable } from 'tfjs-metrics';

const LEAST = -(2 ** 31);

test.each([
  ['preds', (labels: number[]): [number[], number[]] => [labels, labels.map(() => 0)]],
  ['target', (labels: number[]): [number[], number[]] => [labels.map(() => 0), labels]],
])('%s that come down to the least number of 32 bits are counted', (_, batch) => {
  const count = (): number => {
    const table = ContingencyTable.of(...batch([LEAST + 1, LEAST + 2]));
    return table.add(...batch([LEAST])).n;
  };
  // Counting them once never ended, and only the end of a context can stop that.
  expect(runInContext('count()', createContext({ count }), { timeout: 120_000 })).toBe(3);
});
