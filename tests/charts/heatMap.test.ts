import { describe, expect, test } from '@jest/globals';
import { clusterAccuracy, ContingencyTable, MetricInputError } from 'tfjs-metrics';
import { contingencyChart, visHeatMap } from 'tfjs-metrics/charts';
import fc from 'fast-check';
import { labelings } from '../properties/labelings.ts';

const diagonal = (values: number[][]): number => values.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);

describe('the heat map of a table', () => {
  test('has the matches of cluster accuracy on its diagonal, and preserves the total count', () => {
    fc.assert(
      fc.property(labelings(40, 1), ([preds, target]) => {
        const table = ContingencyTable.of(preds, target);
        const { values } = visHeatMap(table, { most: 1000 }).data;
        expect(diagonal(values)).toBeCloseTo(clusterAccuracy(table) * table.n, 9);
        expect(values.flat().reduce((sum, count) => sum + count, 0)).toBe(table.n);
      }),
    );
  });

  test('uses the optimal matching, not the largest cells', () => {
    const table = ContingencyTable.fromMatrix([
      [50, 49],
      [49, 0],
    ]);
    expect(visHeatMap(table).data).toEqual({
      values: [
        [49, 50],
        [0, 49],
      ],
      xTickLabels: ['1', '0'],
      yTickLabels: ['0', '1'],
    });
  });

  test('puts unmatched clusters last, ordered by their most common class', () => {
    const table = ContingencyTable.fromMatrix([
      [0, 3, 9, 0],
      [5, 0, 0, 8],
    ]);
    expect(visHeatMap(table).data.xTickLabels).toEqual(['2', '3', '1', '0']);
  });

  test('puts unmatched classes last', () => {
    const table = ContingencyTable.fromMatrix([[2], [9], [3]]);
    expect(visHeatMap(table).data).toMatchObject({ yTickLabels: ['1', '0', '2'] });
  });

  test('shows the largest labels and sums the others', () => {
    const size = (label: number): number => (label % 10 === 0 ? 100 + label : 1);
    const pairs = Array.from({ length: 1000 }, (_, label) => ({
      pred: `p${label}`,
      target: label,
      count: size(label),
    }));
    const { values, xTickLabels, yTickLabels } = visHeatMap(ContingencyTable.fromCounts(pairs), {
      most: 3,
    }).data;
    expect(yTickLabels).toEqual(['970', '980', '990', '997 others']);
    expect(xTickLabels).toEqual(['p970', 'p980', 'p990', '997 others']);
    const shown = [970, 980, 990];
    const rest = pairs.reduce((n, { count, target }) => n + (shown.includes(target) ? 0 : count), 0);
    expect(values).toEqual([
      [1070, 0, 0, 0],
      [0, 1080, 0, 0],
      [0, 0, 1090, 0],
      [0, 0, 0, rest],
    ]);
  });

  test('is empty for an empty table', () => {
    expect(visHeatMap(new ContingencyTable()).data).toEqual({
      values: [],
      xTickLabels: [],
      yTickLabels: [],
    });
  });

  test('has distinct, short, visible label names', () => {
    const long = 'x'.repeat(10_000);
    const labels = [`${long}a`, `${long}b`, '', '\u202egnorw\n', '👩‍🔬 <script>', '\ud800'];
    const { yTickLabels } = visHeatMap(ContingencyTable.of(labels, labels)).data;
    expect(new Set(yTickLabels).size).toBe(6);
    expect([...yTickLabels].sort()).toEqual([
      '(empty)',
      `${'x'.repeat(23)}…`,
      `${'x'.repeat(23)}… (2)`,
      '👩‍🔬 <script>',
      '\ufffd',
      '\ufffdgnorw\ufffd',
    ]);
  });

  test('throws for inputs that are not a table, and for invalid options', () => {
    expect(() => contingencyChart([1] as never)).toThrow(
      new MetricInputError('contingencyChart: expected a ContingencyTable, got Array of length 1'),
    );
    const table = ContingencyTable.of([0], [0]);
    expect(() => visHeatMap(table, { size: 3 } as never)).toThrow('expected known options, got "size"');
    expect(() => contingencyChart(table, { most: 0 })).toThrow('a whole number above 0, got 0');
  });
});
