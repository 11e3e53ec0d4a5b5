import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
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
const ajv = new Ajv2020({ strictTypes: false }).addSchema(JSON.parse(schemaText) as object, 'snapshot');
const checkOf = (ref: string): ValidateFunction => ajv.getSchema(ref)!;
const isSnapshot = checkOf('snapshot');
const isMetric = checkOf('snapshot#/$defs/Metric');

test('every metric has a stored snapshot (npm run fixture:snapshots adds missing ones)', () => {
  expect(savedMetrics.filter(({ name }) => !(name in stored)).map(({ name }) => name)).toEqual([]);
  expect(savedMetrics.length).toBeGreaterThan(45);
});

describe.each(savedMetrics.filter(({ name }) => name in stored))('the snapshot of version 1 of $name', (saved) => {
  const { snapshot, value } = stored[saved.name]!;

  test('is still restored to the same value', () => {
    const metric = restored(saved, snapshot);
    expect(throughFile(metric.compute())).toEqual(value);
    expect(metric.updateCount).toBe(snapshot.updateCount);
    expect(snapshot.updateCount).toBeGreaterThan(0);
  });

  test('is still written in the same form', () => {
    expect(throughFile(restored(saved, snapshot))).toEqual(snapshot);
    expect(throughFile(seen(saved))).toEqual(snapshot);
  });

  test('is valid in the JSON Schema', () => {
    isMetric(snapshot);
    expect(isMetric.errors).toBeNull();
    expect(isSnapshot(snapshot)).toBe(true);
  });

  test('is invalid in the JSON Schema if a part is missing, invalid or unknown', () => {
    for (const damaged of damagesOf(snapshot)) {
      if (isMetric(damaged)) throw new Error(`passes: ${JSON.stringify(damaged)}`);
    }
  });

  test.each([
    { version: 2 },
    { version: 0 },
    { kind: 'AnotherMetric' },
    { updateCount: -1 },
    { more: 1 },
    { state: null },
  ])('is rejected with %j', (damage) => {
    expect(() => restored(saved, { ...snapshot, ...damage })).toThrow(MetricStateError);
  });
});

describe('the JSON Schema', () => {
  test('is generated from the checks: npm run -s schema:snapshots > docs/snapshot.schema.json', async () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../../scripts/snapshotSchema.ts');
    const [printed] = print.mock.calls[0] as [string];
    print.mockRestore();
    expect(schemaText).toBe(`${printed}\n`);
  });

  test('describes a state alone', () => {
    const table = throughFile(ContingencyTable.of([0, 1], ['a', 'b'])) as object;
    const tuples = MultiwayTable.of([
      [0, 1],
      ['a', 'b'],
      [true, false],
    ]).toJSON();
    for (const state of [table, throughFile(tuples)]) expect(isSnapshot(state)).toBe(true);
    for (const damage of [{ count: [-1] }, { version: 2 }, { more: 1 }, { row: [0.5, 1] }, { kind: 'x' }]) {
      expect(checkOf('snapshot#/$defs/ContingencyTable')({ ...table, ...damage })).toBe(false);
      expect(isSnapshot({ ...table, ...damage })).toBe(false);
    }
  });

  test('describes the state of every metric that is exported', () => {
    const kinds = JSON.stringify(isMetric.schema);
    const missing = savedMetrics.map(({ make }) => make().name).filter((kind) => !kinds.includes(`"${kind}"`));
    expect(missing).toEqual([]);
  });
});

/** Part of snapshots that may be missing. */
const OPTIONAL = 'scoreColumns';

/** Snapshots with one part missing, of another type, or with an unknown part next to it. */
function damagesOf(snapshot: object): unknown[] {
  const damages: unknown[] = [];
  const visit = (part: unknown, rebuild: (changed: unknown) => unknown, isState: boolean): void => {
    if (typeof part !== 'object' || part === null) return;
    // Records have members with any names, and formats without a kind have optional parts.
    const hasFields = isState && Object.hasOwn(part, 'kind');
    for (const [key, value] of Object.entries(part)) {
      const others = Object.entries(part).filter(([name]) => name !== key);
      const withValue = (changed: unknown): unknown =>
        rebuild(
          Array.isArray(part)
            ? part.map((item: unknown, k) => (k === Number(key) ? changed : item))
            : Object.fromEntries([...others, [key, changed]]),
        );
      if (hasFields && key !== OPTIONAL) damages.push(rebuild(Object.fromEntries(others)));
      damages.push(withValue(typeof value === 'object' ? 'x' : {}));
      if (typeof value === 'number') damages.push(withValue(String(value)));
      if (key === 'count') damages.push(withValue([-1]));
      // Options depend on the metric, whose class checks them.
      if (key === 'options') continue;
      visit(value, withValue, key !== 'axes' && !Array.isArray(value));
    }
    if (hasFields) damages.push(rebuild({ ...part, more: 1 }));
  };
  visit(snapshot, (changed) => changed, true);
  return damages.filter((damage) => damage !== undefined);
}
