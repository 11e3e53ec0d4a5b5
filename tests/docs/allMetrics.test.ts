import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as classification from 'tfjs-metrics/classification';
import * as clustering from 'tfjs-metrics/clustering';
import * as functional from 'tfjs-metrics/functional';
import * as information from 'tfjs-metrics/information';
import * as nominal from 'tfjs-metrics/nominal';
import * as regression from 'tfjs-metrics/regression';
import * as retrieval from 'tfjs-metrics/retrieval';
import * as root from 'tfjs-metrics';

/** A metric class. */
type MetricClass = Pick<typeof root.Metric, 'higherIsBetter' | 'range' | 'title'>;

const ENTRIES = { functional, classification, clustering, nominal, regression, retrieval, information };
const exported: Readonly<Record<string, unknown>> = { ...root, ...information };

/** Cells of a row by the heads of their columns. */
type Row = Readonly<Record<string, string>>;

const guide = readFileSync('docs/all-metrics.md', 'utf8');
const rows = guide.split(/\n\n/).flatMap(rowsOf);

/** Returns the rows of a table; none of other text. */
function rowsOf(text: string): Row[] {
  if (!text.startsWith('| score')) return [];
  const [heads, , ...lines] = text.trimEnd().split('\n').map(cellsOf);
  return lines.map((cells) => Object.fromEntries(heads!.map((head, k) => [head, cells[k]!])));
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Returns the name in a cell, or undefined for a dash. */
function nameIn(cell: string | undefined): string | undefined {
  return /^`(\w+)`$/.exec(cell ?? '')?.[1];
}

function isMetricClass(value: unknown): value is MetricClass {
  return typeof value === 'function' && value.prototype instanceof root.Metric;
}

const isFunction = (value: unknown): boolean => typeof value === 'function' && !/^class\b/.test(String(value));
const upperCamel = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

describe('docs/all-metrics.md', () => {
  test.each(Object.entries(ENTRIES))('has one row for each function of tfjs-metrics/%s', (_, entry) => {
    const functions = Object.entries(entry).flatMap(([name, value]) => (isFunction(value) ? [name] : []));
    const listed = rows.map((row) => nameIn(row['function']));
    expect(functions.length).toBeGreaterThan(5);
    expect(functions.filter((name) => listed.filter((other) => other === name).length !== 1)).toEqual([]);
  });

  test('has a row for each class of metrics', () => {
    const listed = rows.map((row) => nameIn(row['class']));
    const classes = Object.entries(exported).filter(
      ([, value]) => isMetricClass(value) && Object.hasOwn(value, 'metricName'),
    );
    expect(classes.length).toBeGreaterThan(100);
    expect(classes.map(([name]) => name).filter((name) => !listed.includes(name))).toEqual([]);
  });

  test.each(rows)('names exports: $function, $class', (row) => {
    const [name, className] = [nameIn(row['function']), nameIn(row['class'])];
    expect([name ?? '`–`', className ?? '`–`'].map((cell) => cell.replaceAll('`', ''))).toEqual(
      [row['function'], row['class']].map((cell) => cell!.replaceAll('`', '')),
    );
    if (name !== undefined) expect(isFunction(exported[name])).toBe(true);
    if (className !== undefined) expect(isMetricClass(exported[className])).toBe(true);
    // A class of the same name is in the row of the function.
    if (name !== undefined && isMetricClass(exported[upperCamel(name)])) expect(className).toBe(upperCamel(name));
  });

  test.each(
    rows.filter((row) => nameIn(row['class']) && nameIn(row['function']) && row['class'] !== '`VariationalMutualInfo`'),
  )('has the title, range and direction of $class', (row) => {
    const { title, range, higherIsBetter } = exported[nameIn(row['class'])!] as MetricClass;
    if (title !== undefined) expect(row['score']).toBe(title);
    const bounds = row['range']?.split(' … ').map(boundOf);
    if (bounds && !bounds.includes(undefined)) expect(bounds).toEqual(range);
    if (row['better']) expect(row['better'] === 'higher').toBe(higherIsBetter);
  });
});

/** Returns the number of a bound such as −∞; undefined for other bounds. */
function boundOf(text: string): number | undefined {
  const number = Number(
    text.replace('−', '-').replace('∞', 'Infinity').replace('½', '0.5').replace('ln 2', String(Math.LN2)),
  );
  return (text !== '' && Number.isFinite(number + 1)) || /∞/.test(text) ? number : undefined;
}

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const links = [...readme.matchAll(/docs\/all-metrics\.md#([\w-]+)/g)].map(([, anchor]) => anchor!);
  const sections = [...guide.matchAll(/^##+ (.*)$/gm)].map(([, heading]) =>
    heading!.toLowerCase().replaceAll(' ', '-'),
  );

  test('links to each field of the list of all metrics', () => {
    const minor = ['clusters-of-samples', 'tables-of-two-labelings'];
    expect([...links, ...minor].sort()).toEqual([...sections].sort());
  });
});
