import { expect, test } from '@jest/globals';
import { ContingencyTable } from 'tfjs-metrics';
import { memoryInUse } from '../../memoryInUse.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const LABELS = 50_000;
const label = (i: number, seed: number): number => hash32(i, seed) % LABELS;
const labels = (size: number, seed: number, from = 0): Int32Array =>
  Int32Array.from({ length: size }, (_, i) => label(from + i, seed));

const MEGABYTE = 2 ** 20;

test('a million samples of 50,000 × 50,000 labels take less than 100 MB, and less than 200 MB after reading', () => {
  const [preds, target] = [labels(1e6, 1), labels(1e6, 2)];
  const before = memoryInUse();
  const table = ContingencyTable.of(preds, target);
  expect(memoryInUse() - before).toBeLessThan(100 * MEGABYTE);
  expect([table.n, table.predLabels.length, table.targetLabels.length]).toEqual([1e6, 5e4, 5e4]);
  expect(memoryInUse() - before).toBeLessThan(200 * MEGABYTE);
});

test('memory does not grow with samples of known label pairs', () => {
  const table = new ContingencyTable();
  const add = (size: number): void => {
    for (let from = 0; from < size; from += 1e4) {
      const preds = labels(1e4, 1, from % 1e5);
      table.add(preds, preds);
    }
    void table.n;
  };
  add(2e5);
  const before = memoryInUse();
  add(1e6);
  expect(memoryInUse() - before).toBeLessThan(4 * MEGABYTE);
  expect(table.n).toBe(1.2e6);
});
