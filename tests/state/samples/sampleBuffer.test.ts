import { describe, expect, test } from '@jest/globals';
import { SilhouetteScore } from 'tfjs-metrics';
import { checkSamples } from '../../../src/inputs/samples.ts';
import { SampleBuffer } from '../../../src/state/samples/sampleBuffer.ts';

const column = (values: number[]) => checkSamples(values, 'x');
const numbers = (n: number, start = 0) => Array.from({ length: n }, (_, i) => start + i);

function filled(options: ConstructorParameters<typeof SampleBuffer>[0], values: number[]) {
  const buffer = new SampleBuffer(options);
  buffer.add([column(values)]);
  return buffer;
}

const kept = (buffer: SampleBuffer): number[] => [...(buffer.blocks()[0]?.data ?? [])];

describe('a buffer of all samples', () => {
  test('returns the blocks in the order in which samples were added', () => {
    const buffer = new SampleBuffer();
    buffer.add([
      checkSamples(
        [
          [1, 2],
          [3, 4],
        ],
        'x',
      ),
      column([5, 6]),
    ]);
    buffer.add([checkSamples([[7, 8]], 'x'), column([9])]);
    expect(buffer.blocks()).toEqual([
      { data: Float64Array.of(1, 2, 3, 4, 7, 8), n: 3, d: 2 },
      { data: Float64Array.of(5, 6, 9), n: 3, d: 1 },
    ]);
    expect([buffer.length, buffer.seen, buffer.widths]).toEqual([3, 3, [2, 1]]);
  });

  test('rejects samples of other widths and is not modified', () => {
    const buffer = filled({}, [1, 2]);
    expect(() => buffer.add([checkSamples([[1, 2]], 'x')])).toThrow(
      'samples: expected [1] columns, as in earlier batches, got [2]',
    );
    expect(kept(buffer)).toEqual([1, 2]);
  });

  test('contains the samples of both after a merge, also with itself', () => {
    const buffer = filled({}, [1, 2]);
    buffer.merge(filled({}, [3]));
    expect(kept(buffer)).toEqual([1, 2, 3]);
    buffer.merge(buffer);
    expect(kept(buffer)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('has independent clones', () => {
    const buffer = filled({}, [1]);
    const copy = buffer.clone();
    copy.add([column([2])]);
    expect([kept(buffer), kept(copy)]).toEqual([[1], [1, 2]]);
  });
});

describe('a buffer of a random subset', () => {
  test('keeps maxSamples distinct samples', () => {
    const buffer = filled({ maxSamples: 50 }, numbers(1000));
    expect(new Set(kept(buffer)).size).toBe(50);
    expect([buffer.length, buffer.seen]).toEqual([50, 1000]);
  });

  test('does not depend on how samples are split into batches', () => {
    const once = filled({ maxSamples: 20, seed: 4 }, numbers(500));
    const often = new SampleBuffer({ maxSamples: 20, seed: 4 });
    for (let i = 0; i < 500; i += 3) often.add([column(numbers(Math.min(3, 500 - i), i))]);
    expect(kept(often)).toEqual(kept(once));
  });

  test('depends on the seed', () => {
    const [a, b] = [1, 2].map((seed) => kept(filled({ maxSamples: 20, seed }, numbers(500))));
    expect(a).not.toEqual(b);
  });

  test('selects every sample with the same probability after a merge', () => {
    const times = new Float64Array(100);
    for (let seed = 0; seed < 2000; seed++) {
      const left = filled({ maxSamples: 10, seed }, numbers(30));
      left.merge(filled({ maxSamples: 10, seed }, numbers(70, 30)));
      for (const value of kept(left)) times[value]!++;
    }
    // Each is binomial with mean 200 and standard deviation 13.4; the sum of squares is chi-squared.
    const chiSquared = times.reduce((sum, count) => sum + (count - 200) ** 2 / 180, 0);
    expect(chiSquared).toBeLessThan(150);
    expect(chiSquared).toBeGreaterThan(60);
  });

  test('merges to the same set in either order', () => {
    const make = () => [filled({ maxSamples: 10 }, numbers(40)), filled({ maxSamples: 10 }, numbers(60, 40))] as const;
    const [a, b] = make();
    const [c, d] = make();
    a.merge(b);
    d.merge(c);
    expect(kept(a)).toEqual(kept(d));
  });

  test('does not merge with a subset of another size', () => {
    const buffer = filled({ maxSamples: 3 }, [1]);
    expect(() => buffer.merge(filled({}, [1]))).toThrow('merge: expected a buffer with maxSamples 3, got Infinity');
  });
});

describe('a snapshot', () => {
  test.each([{}, { maxSamples: 5, seed: 9 }])('continues like the original: %j', (options) => {
    const buffer = filled(options, numbers(20));
    const copy = SampleBuffer.fromJSON(JSON.parse(JSON.stringify(buffer)));
    for (const each of [buffer, copy]) each.add([column(numbers(20, 20))]);
    expect(kept(copy)).toEqual(kept(buffer));
    expect(copy.seen).toBe(40);
  });

  test('that is invalid is rejected', () => {
    const snapshot = filled({}, [1, 2]).toJSON();
    const refused = [
      [{ ...snapshot, rows: [1, null] }, 'rows.1'],
      [{ ...snapshot, rows: [1] }, 'rows: expected 2 of 2 samples, got 1'],
      [{ ...snapshot, widths: [0] }, 'widths.0'],
      [{ ...snapshot, widths: [3] }, 'rows: expected rows of 3 values, got 2 values'],
      [{ ...snapshot, priorities: [1] }, 'priorities: expected 0 for 2 rows, got 1'],
      [{ ...snapshot, version: 2 }, 'version'],
      [{ ...snapshot, extra: 1 }, 'snapshot of a sample buffer: expected a snapshot made by toJSON()'],
      [null, 'snapshot of a sample buffer: expected a snapshot made by toJSON(), got null'],
    ] as const;
    for (const [value, message] of refused) {
      expect(() => SampleBuffer.fromJSON(value)).toThrow(message);
    }
  });
});

describe('the string labels of a sample buffer', () => {
  const rows = (from: number, to: number) => {
    const numbers = Array.from({ length: to - from }, (_, k) => from + k);
    return [numbers.map((k) => [k]), numbers.map((k) => `c${k}`)] as const;
  };
  const seen = (batch: number): SilhouetteScore => {
    const metric = new SilhouetteScore({ maxSamples: 20 });
    for (let k = 0; k < 6000; k += batch) metric.update(...rows(k, k + batch));
    return metric;
  };

  test('are dropped when no kept sample uses them, whatever the batches', () => {
    const metric = seen(1);
    const { names } = metric.toJSON().state as { names: string[] };
    expect(names.length).toBeLessThan(1100);
    for (const batch of [50, 3000, 6000]) expect(seen(batch).toJSON().state).toEqual(metric.toJSON().state);
  });

  test('stay with their samples after snapshots and merges', () => {
    const metric = seen(500);
    const other = seen(1000);
    other.merge(SilhouetteScore.fromJSON(JSON.parse(JSON.stringify(metric))));
    for (const each of [metric, other]) {
      const { samples, labels } = each.state.labeled();
      expect(samples.n).toBe(20);
      expect(labels.values).toEqual(Array.from(samples.data, (value) => `c${value}`));
    }
  });
});
