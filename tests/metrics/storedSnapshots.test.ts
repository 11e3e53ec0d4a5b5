import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { ContingencyTable, MetricStateError, MultiwayTable } from 'tfjs-metrics';
import { restored, savedMetrics, seen, throughFile } from './savedMetrics.ts';

interface Stored {
  readonly snapshot: { readonly state: unknown; readonly updateCount: number };
  readonly value: unknown;
}

const file = new URL('./golden/snapshots.v1.json', import.meta.url);
const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Stored>;
const schemaFile = new URL('../../docs/snapshot.schema.json', import.meta.url);
const schemaText = readFileSync(schemaFile, 'utf8');
type JsonSchema = z.core.JSONSchema.JSONSchema;
const { anyOf, ...definitions } = JSON.parse(schemaText) as {
  anyOf: JsonSchema[];
  $defs: Record<string, JsonSchema>;
};
const schema = z.fromJSONSchema({ anyOf, ...definitions });
const definition = (name: string): z.ZodType =>
  z.fromJSONSchema({ ...definitions, $ref: `#/$defs/${name}` });

test('every metric has a stored snapshot (npm run fixture:snapshots adds what is missing)', () => {
  expect(savedMetrics.filter(({ name }) => !(name in stored)).map(({ name }) => name)).toEqual([]);
  expect(savedMetrics.length).toBeGreaterThan(45);
});

describe.each(savedMetrics.filter(({ name }) => name in stored))(
  'the snapshot of version 1 of $name',
  (saved) => {
    const { snapshot, value } = stored[saved.name]!;

    test('is still read, to the same value', () => {
      const metric = restored(saved, snapshot);
      expect(throughFile(metric.compute())).toEqual(value);
      expect(metric.updateCount).toBe(snapshot.updateCount);
      expect(snapshot.updateCount).toBeGreaterThan(0);
    });

    test('is still what is written', () => {
      expect(throughFile(restored(saved, snapshot))).toEqual(snapshot);
      expect(throughFile(seen(saved))).toEqual(snapshot);
    });

    test('is as the JSON Schema describes it', () => {
      expect(definition('Metric').safeParse(snapshot).error).toBeUndefined();
      const { kind } = snapshot.state as { kind?: string };
      if (kind === undefined) return;
      // What is missing is to be added to scripts/snapshotSchema.ts.
      expect(definitions.$defs).toHaveProperty(kind);
      expect(definition(kind).safeParse(snapshot.state).error).toBeUndefined();
    });

    test.each([
      { version: 2 },
      { version: 0 },
      { kind: 'AnotherMetric' },
      { updateCount: -1 },
      { more: 1 },
      { state: null },
    ])('is refused with %j', (damage) => {
      expect(() => restored(saved, { ...snapshot, ...damage })).toThrow(MetricStateError);
    });
  },
);

describe('the JSON Schema', () => {
  test('is made from the checks: npm run -s schema:snapshots > docs/snapshot.schema.json', async () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../../scripts/snapshotSchema.ts');
    const [printed] = print.mock.calls[0] as [string];
    print.mockRestore();
    expect(schemaText).toBe(`${printed}\n`);
  });

  test('refuses what is no snapshot', () => {
    const table = throughFile(ContingencyTable.of([0, 1], ['a', 'b'])) as object;
    expect(schema.safeParse(table).success).toBe(true);
    const tuples = MultiwayTable.of([[0, 1], ['a', 'b'], [true, false]]).toJSON(); // prettier-ignore
    expect(schema.safeParse(throughFile(tuples)).success).toBe(true);
    for (const damage of [{ count: [-1] }, { version: 2 }, { more: 1 }, { row: [0.5, 1] }, { kind: 'x' }]) {
      expect(definition('ContingencyTable').safeParse({ ...table, ...damage }).success).toBe(false);
    } // prettier-ignore
    expect(schema.safeParse({}).success).toBe(false);
  });
});
