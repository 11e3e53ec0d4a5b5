import { expect, test } from '@jest/globals';
import { visLineChart } from 'tfjs-metrics/charts';

const STEPS = 5000;

test('a long line keeps every peak of its finite values', () => {
  const values = Array.from({ length: STEPS }, (_, k) => Math.sin(k / 50));
  // The first value of an interval of ten steps, an infinite value, and a peak beside them.
  values[1000] = NaN;
  values[1001] = Infinity;
  values[1004] = 7;
  values[2000] = -Infinity;
  values[2007] = -7;
  const [points] = visLineChart([{ name: 'loss', values }]).data.values;
  const drawn = new Map(points!.map(({ x, y }) => [x, y]));
  expect(drawn.size).toBeLessThanOrEqual(1000);
  expect([...drawn.values()].every(Number.isFinite)).toBe(true);
  expect([Math.max(...drawn.values()), Math.min(...drawn.values())]).toEqual([7, -7]);
});
