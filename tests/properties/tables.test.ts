import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ContingencyTable } from 'tfjs-metrics';
import { entriesOf, TableByMap } from '../state/tables/tableByMap.ts';
import { labelings } from './labelings.ts';

const tables = labelings(30).map((labeling) => () => ContingencyTable.of(...labeling));
const text = (table: ContingencyTable): string => JSON.stringify(table);

describe('contingency tables', () => {
  test('have the counts of a map', () => {
    fc.assert(
      fc.property(labelings(100), (labeling) => {
        const expected = new TableByMap().add(...labeling).entries();
        expect(entriesOf(ContingencyTable.of(...labeling))).toEqual(expected);
      }),
    );
  });

  test('can be merged in either order, with bitwise equal results', () => {
    fc.assert(
      fc.property(tables, tables, (a, b) => {
        expect(text(a().merge(b()))).toBe(text(b().merge(a())));
      }),
    );
  });

  test('can be merged in any grouping, with bitwise equal results', () => {
    fc.assert(
      fc.property(tables, tables, tables, (a, b, c) => {
        expect(text(a().merge(b()).merge(c()))).toBe(text(a().merge(b().merge(c()))));
      }),
    );
  });

  test('do not change when merged with an empty table', () => {
    fc.assert(
      fc.property(tables, (a) => {
        expect(text(a().merge(new ContingencyTable()))).toBe(text(a()));
        expect(text(new ContingencyTable().merge(a()))).toBe(text(a()));
      }),
    );
  });

  test('can be subtracted again in any order', () => {
    fc.assert(
      fc.property(tables, tables, tables, (a, b, c) => {
        const all = a().merge(b()).merge(c());
        expect(text(all.clone().subtract(b()))).toBe(text(a().merge(c())));
        expect(text(all.subtract(b()).subtract(a()))).toBe(text(c()));
      }),
    );
  });

  test('can be rebuilt from JSON, a clone, their cells and their matrix', () => {
    fc.assert(
      fc.property(tables, (a) => {
        const table = a();
        const { predLabels, targetLabels } = table;
        const copies = [
          ContingencyTable.fromJSON(JSON.parse(text(table))),
          table.clone(),
          ContingencyTable.fromCounts(table.entries()),
          ContingencyTable.fromMatrix(table.toMatrix(), { predLabels, targetLabels }),
        ];
        for (const copy of copies) expect(text(copy)).toBe(text(table));
      }),
    );
  });

  test('have marginal sums that agree with their cells', () => {
    fc.assert(
      fc.property(tables, (a) => {
        const table = a();
        const matrix = table.toMatrix();
        const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
        expect([...table.targetSizes]).toEqual(matrix.map(sum));
        expect([...table.predSizes]).toEqual(table.predLabels.map((_, j) => sum(matrix.map((row) => row[j]!))));
        expect(table.n).toBe(sum(matrix.flat()));
        expect([...table.targetSizes, ...table.predSizes]).not.toContain(0);
      }),
    );
  });

  test('have their labels in ascending order', () => {
    fc.assert(
      fc.property(tables, (a) => {
        for (const labels of [a().predLabels, a().targetLabels] as number[][]) {
          expect(labels).toEqual([...new Set(labels)].sort((x, y) => x - y));
        }
      }),
    );
  });

  test('of strings are sorted like strings', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(texts, (labels) => {
        const table = ContingencyTable.of(labels, labels);
        expect(table.predLabels).toEqual([...new Set(labels)].sort());
        expect(text(ContingencyTable.fromJSON(JSON.parse(text(table))))).toBe(text(table));
      }),
    );
  });
});
