import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Label } from 'tfjs-metrics';

type Value = number | 'Infinity' | null;
type ByDistance<T> = Readonly<Record<'euclidean' | 'sqeuclidean' | 'manhattan' | 'cosine' | 'chebyshev', T>>;

/** Exact values of one case: null if the formula is 0/0 or there are no clusters to compare. */
export interface IntrinsicExpected {
  readonly numClusters: number;
  readonly n: number;
  readonly calinskiHarabasz: Value;
  readonly daviesBouldin: Value;
  readonly dunnIndex: Value;
  readonly dunnIndexP1?: Value;
  readonly dunnIndexPInfinity?: Value;
  readonly silhouette: ByDistance<number> | null;
  readonly silhouetteSamples?: ByDistance<readonly number[]>;
}

export interface IntrinsicCase {
  readonly name: string;
  readonly data: number[][];
  readonly labels: Label[];
  readonly expected: IntrinsicExpected;
}

interface StoredCase {
  readonly name: string;
  readonly input:
    { readonly data: number[][]; readonly labels: Label[] } | { readonly csv: string; readonly labels: string };
  readonly expected: IntrinsicExpected;
}

const read = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** Reads a data set. All columns before the class are features; `column` is the column of labels. */
function fromFile(csv: string, column: string): { data: number[][]; labels: Label[] } {
  const [head, ...rows] = parse(read(csv)) as string[][];
  const place = head!.indexOf(column.replace('column ', ''));
  const features = head!.length - 2;
  return {
    data: rows.map((row) => row.slice(0, features).map(Number)),
    labels: rows.map((row) => row[place]!),
  };
}

export const intrinsicCases: readonly IntrinsicCase[] = (
  JSON.parse(read('golden/intrinsic.json')) as { cases: StoredCase[] }
).cases.map(({ name, input, expected }) => {
  const { data, labels } = 'csv' in input ? fromFile(input.csv, input.labels) : input;
  return { name, data, labels, expected };
});
