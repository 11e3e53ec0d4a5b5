import { describe, expect, test } from '@jest/globals';
import { ContingencyTable } from 'tfjs-metrics';
import { contingencyChart } from 'tfjs-metrics/charts';

/** Size of the cells, and of the whole heat map, of a table of `count` labels. */
function sizeOf(count: number): { cell: [width: number, height: number]; width: number } {
  const labels = Array.from({ length: count }, (_, i) => i);
  const { width, height } = contingencyChart(ContingencyTable.of(labels, labels), { most: 50 });
  const [across, down] = [width, height].map((side) => (side as { step: number }).step) as [number, number];
  return { cell: [across, down], width: across * count };
}

describe('a heat map', () => {
  test('has cells between 18 and 80 pixels wide that never grow with the number of labels', () => {
    const cells = Array.from({ length: 49 }, (_, i) => sizeOf(i + 2).cell);
    cells.forEach(([width, height], k) => {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(18);
      expect(Math.max(width, height)).toBeLessThanOrEqual(80);
      if (k > 0) expect(width).toBeLessThanOrEqual(cells[k - 1]![0]);
    });
  });

  test('of 3 to 50 labels is between 240 and 900 pixels wide', () => {
    for (let count = 3; count <= 50; count++) {
      expect(sizeOf(count).width).toBeGreaterThanOrEqual(240);
      expect(sizeOf(count).width).toBeLessThanOrEqual(900);
    }
  });
});
