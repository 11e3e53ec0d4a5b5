import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, MetricInputError, type CountedPair } from 'tfjs-metrics';

describe('counted pairs', () => {
  test('may be any iterable, also one that is read only once', () => {
    function* rows(): Generator<CountedPair> {
      yield { pred: 'b', target: 1, count: 2 };
      yield { pred: 'a', target: 1, count: 3n };
    }
    expect(ContingencyTable.fromCounts(rows()).toMatrix()).toEqual([[3, 2]]);
  });

  test('that are repeated are summed', () => {
    const pair = { pred: 0, target: 0, count: 2 };
    expect(ContingencyTable.fromCounts([pair, pair]).n).toBe(4);
  });

  test('of count 0 are ignored', () => {
    const table = ContingencyTable.fromCounts([{ pred: 9, target: 9, count: 0 }]);
    expect([table.n, table.predLabels]).toEqual([0, []]);
  });

  test('may have extra properties', () => {
    const row = { pred: 0, target: 0, count: 1, share: 0.5 };
    expect(ContingencyTable.fromCounts([row]).n).toBe(1);
  });

  test('are exact beyond 32 bits', () => {
    const count = 2n ** 53n - 1n;
    expect(ContingencyTable.fromCounts([{ pred: 0, target: 0, count }]).n).toBe(2 ** 53 - 1);
  });

  test('without pairs give an empty table', () => {
    expect(ContingencyTable.fromCounts([]).n).toBe(0);
  });

  const refused: [unknown, string][] = [
    [null, 'counts: expected a list of { pred, target, count }, got null'],
    [{ pred: 0, target: 0, count: 1 }, 'counts: expected a list of { pred, target, count }'],
    [[{ pred: 0, target: 0, count: -1 }], 'counts[0].count: expected a finite number ≥ 0, got -1'],
    [[{ pred: 0, target: 0, count: -1n }], 'counts[0].count: expected a finite number ≥ 0, got -1n'],
    [[{ pred: 0, target: 0, count: NaN }], 'counts[0].count: expected a finite number ≥ 0, got NaN'],
    [[{ pred: 0, target: 0, count: '3' }], 'counts[0].count: expected a finite number ≥ 0, got "3"'],
    [
      [
        { pred: 0, target: 0, count: 1 },
        { pred: 0, target: 0 },
      ],
      'counts[1].count: expected a finite number ≥ 0, got undefined',
    ],
    [[null], 'counts[0]: expected { pred, target, count }, got null'],
    [[{ pred: 0, target: 0, count: 10n ** 400n }], 'expected a finite number'],
    [[{ pred: 0.5, target: 0, count: 1 }], 'preds[0]: expected an integer label, got 0.5'],
    [[{ pred: 0, count: 1 }], 'target[0]: expected a label, got undefined'],
    [
      [
        { pred: 0, target: 0, count: 1 },
        { pred: 'a', target: 0, count: 1 },
      ],
      'preds[1]: expected a number like the labels before it, got "a"',
    ],
  ];

  test.each(refused.map(([counts, message]) => [message, counts] as const))('are refused: %s', (message, counts) => {
    const call = () => ContingencyTable.fromCounts(counts as CountedPair[]);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});

describe('a matrix', () => {
  test('has target as rows and preds as columns', () => {
    const table = ContingencyTable.fromMatrix([
      [1, 2, 0],
      [0, 0, 4],
    ]);
    expect([...table.entries()]).toEqual([
      { target: 0, pred: 0, count: 1 },
      { target: 0, pred: 1, count: 2 },
      { target: 1, pred: 2, count: 4 },
    ]);
  });

  test('uses the given labels', () => {
    const labels = { targetLabels: ['cat', 'dog'], predLabels: [7, -7] };
    const table = ContingencyTable.fromMatrix(
      [
        [1, 2],
        [3, 4],
      ],
      labels,
    );
    expect(table.targetLabels).toEqual(['cat', 'dog']);
    expect(table.predLabels).toEqual([-7, 7]);
    expect(table.toMatrix()).toEqual([
      [2, 1],
      [4, 3],
    ]);
  });

  test('may have typed arrays as rows, and fractional counts', () => {
    const table = ContingencyTable.fromMatrix([Float64Array.of(0.5, 0), Float32Array.of(0, 0.25)]);
    expect(table.toMatrix()).toEqual([
      [0.5, 0],
      [0, 0.25],
    ]);
  });

  test('without rows, or with empty rows, is an empty table', () => {
    expect(ContingencyTable.fromMatrix([]).n).toBe(0);
    expect(ContingencyTable.fromMatrix([[], []]).n).toBe(0);
  });

  const refused: [unknown, unknown, string][] = [
    [[[1, 2], [3]], undefined, 'matrix[1]: expected a row of 2 counts, as in the first row, got Array of length 1'],
    [[[1], null], undefined, 'matrix[1]: expected an array of counts as row, got null'],
    [[[1, -1]], undefined, 'matrix[0][1]: expected a finite number ≥ 0, got -1'],
    [[[1, NaN]], undefined, 'matrix[0][1]: expected a finite number ≥ 0, got NaN'],
    [[[1, '1']], undefined, 'matrix[0][1]: expected a finite number ≥ 0, got "1"'],
    ['text', undefined, 'matrix: expected a list of rows, got "text"'],
    [null, undefined, 'matrix: expected a list of rows, got null'],
    [[[1, 2]], { predLabels: [0] }, 'predLabels: expected one label for each of 2 columns of the matrix, got 1'],
    [[[1, 2]], { targetLabels: [] }, 'targetLabels: expected one label for each of 1 rows of the matrix, got 0'],
    [[[1, 2]], { predLabels: [0, 0.5] }, ': expected an integer label, got 0.5'],
    [[[1, 2]], { predLabels: [0, 'a'] }, ': expected a number like the labels before it, got "a"'],
    [[[1, 2]], null, 'got null'],
  ];

  test.each(refused.map(([matrix, labels, message]) => [message, matrix, labels] as const))(
    'is refused: %s',
    (message, matrix, labels) => {
      const call = () => ContingencyTable.fromMatrix(matrix as number[][], labels as object);
      expect(call).toThrow(MetricInputError);
      expect(call).toThrow(message);
    },
  );
});
