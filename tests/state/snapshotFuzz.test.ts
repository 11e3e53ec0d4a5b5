import { expect, test } from '@jest/globals';
import {
  AdjustedMutualInfoScore,
  ContingencyTable,
  MetricCollection,
  MetricStateError,
  MutualInfoScore,
  PurityScore,
} from 'tfjs-metrics';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { SampleBuffer } from '../../src/state/samples/sampleBuffer.ts';
import { Mean } from '../metrics/mean.ts';
import { restored, savedMetrics, seen } from '../metrics/savedMetrics.ts';

const MUTANTS = 30_000;

const table = ContingencyTable.of(['a', 'b', 'b', 'a'], [1, 1, -3, 7]);
const metric = new AdjustedMutualInfoScore({ averageMethod: 'max', ignoreLabel: [-3] });
metric.update(table);
const members = { mi: new MutualInfoScore(), purity: new PurityScore() };
const collection = new MetricCollection(members, { prefix: 'val_' });
collection.update([true, false], [0, 1]);
const buffer = new SampleBuffer({ maxSamples: 4 });
buffer.add([{ data: Float64Array.of(1, 2, 3, 4), n: 2, d: 2 }]);

interface Restorable {
  readonly snapshot: unknown;
  readonly restore: (snapshot: unknown) => { toJSON(): unknown };
}

/** All metrics; half of the mutants derive from them. */
const metrics: Restorable[] = savedMetrics.map((saved) => ({
  snapshot: seen(saved),
  restore: (snapshot: unknown) => restored(saved, snapshot),
}));

/** States, and metrics restored by their class; the other half of the mutants derives from them. */
const others: Restorable[] = [
  { snapshot: table, restore: (from) => ContingencyTable.fromJSON(from) },
  { snapshot: metric, restore: (from) => AdjustedMutualInfoScore.fromJSON(from) },
  { snapshot: collection, restore: (from) => MetricCollection.fromJSON(from, members) },
  { snapshot: buffer, restore: (from) => SampleBuffer.fromJSON(from) },
];

const HOSTILE = [
  null,
  -1,
  0,
  0.5,
  2,
  1e308,
  2 ** 31,
  2 ** 53,
  '',
  'x',
  '__proto__',
  true,
  [],
  {},
  [[]],
  [null],
  [-1],
  ['a', 'a'],
  'ContingencyTable',
  'MutualInfoScore',
  { kind: 'ContingencyTable' },
  { length: 2 ** 32 },
  { __proto__: { n: 1 } },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
] as const;

/** Copies plain JSON, much faster than structuredClone. */
function copyOf(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}

/** Changes one random place of plain JSON, in place. */
function mutant(json: unknown, random: RandomSource): unknown {
  const places: { owner: Record<string, unknown>; key: string }[] = [];
  const visit = (owner: Record<string, unknown>): void => {
    for (const key of Object.keys(owner)) {
      places.push({ owner, key });
      if (typeof owner[key] === 'object' && owner[key] !== null) {
        visit(owner[key] as Record<string, unknown>);
      }
    }
  };
  visit({ root: json });
  const { owner, key } = places[random.integer(places.length)]!;
  const hostile = HOSTILE[random.integer(HOSTILE.length)];
  const other = places[random.integer(places.length)]!;
  const change = random.integer(5);
  if (change === 0 && !Array.isArray(owner)) Reflect.deleteProperty(owner, key);
  else if (change === 1 && Array.isArray(owner)) owner.splice(Number(key), 1);
  else if (change === 2 && Array.isArray(owner)) owner.push(copyOf(hostile));
  else if (change === 3) owner[key] = copyOf(other.owner[other.key]);
  else owner[key] = copyOf(hostile);
  return key === 'root' ? owner['root'] : json;
}

test(`${MUTANTS} damaged snapshots are either restored unchanged or rejected with a MetricStateError`, () => {
  const random = RandomSource.of(9);
  let refused = 0;
  for (let i = 0; i < MUTANTS; i++) {
    const kinds = i % 2 === 0 ? metrics : others;
    const { snapshot, restore } = kinds[(i >> 1) % kinds.length]!;
    let damaged = mutant(copyOf(snapshot), random);
    if (random.integer(2) === 0) damaged = mutant(damaged ?? 0, random);
    try {
      // An accepted snapshot must survive another round trip.
      const restored = JSON.stringify(restore(damaged));
      const again = JSON.stringify(restore(JSON.parse(restored)));
      if (again !== restored) throw new Error(`${again} is not ${restored}`);
    } catch (error) {
      if (!(error instanceof MetricStateError)) {
        throw new Error(`expected a MetricStateError for ${JSON.stringify(damaged)}`, { cause: error });
      }
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(MUTANTS / 2);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a truncated snapshot is rejected', () => {
  const text = JSON.stringify(metric);
  for (let end = 0; end < text.length; end++) {
    expect(() => AdjustedMutualInfoScore.fromJSON(JSON.parse(text.slice(0, end)))).toThrow();
  }
});

/** Returns a value nested so deeply that recursion through it overflows the stack. */
function nested(depth: number): unknown {
  let value: unknown = {};
  for (let k = 0; k < depth; k++) value = k % 2 === 0 ? { value } : [value];
  return value;
}

const trap = (): never => {
  throw new Error('read');
};

/** Returns objects that pretend to be arrays, contain themselves, or throw when they are read. */
function hostileObjects(): unknown[] {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const cyclicList: unknown[] = [];
  cyclicList.push(cyclicList, cyclicList);
  // 30 levels with 2^30 paths.
  let shared: unknown = {};
  for (let k = 0; k < 30; k++) shared = { a: shared, b: shared };
  const infinite: unknown = new Proxy(
    {},
    {
      ownKeys: () => ['a'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: () => infinite,
    },
  );
  const changing = {
    reads: 0,
    get length() {
      return this.reads++;
    },
  };
  return [
    nested(200_000),
    cyclic,
    cyclicList,
    shared,
    infinite,
    changing,
    { length: 3 },
    { length: 2 ** 32 },
    { length: -1 },
    new Array(2 ** 32 - 1),
    Object.assign([1], { 7: 1 }),
    {
      get kind() {
        return trap();
      },
    },
    new Proxy({}, { get: trap }),
    new Proxy({}, { ownKeys: trap }),
    new Proxy([1], { get: trap }),
    new Proxy([], { get: (_, key) => (key === 'length' ? 2 ** 40 : 0) }),
    Proxy.revocable({}, {}).proxy,
    JSON.parse('{"__proto__": {"length": 3}}'),
    Object.create(null),
    Object.create({ kind: 'ContingencyTable' }),
    10n,
    Symbol('x'),
    trap,
    NaN,
    Infinity,
    undefined,
    '',
    'x'.repeat(100),
    new Date(0),
    new Map(),
    Float64Array.of(1, 2),
    [undefined],
    [null],
    { toJSON: trap },
  ];
}

/** Returns the path to the first place of each property name in a snapshot. */
function placesOf(json: unknown): string[][] {
  const places = new Map<string, string[]>([['', []]]);
  const visit = (part: unknown, path: string[]): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      const name = Array.isArray(part) ? `${path.at(-1)}[]` : `${path.at(-1)}.${key}`;
      if (places.has(name)) continue;
      places.set(name, [...path, key]);
      visit(value, [...path, key]);
    }
  };
  visit(json, []);
  return [...places.values()];
}

function withHostile(json: unknown, path: readonly string[], hostile: unknown): unknown {
  if (path.length === 0) return hostile;
  const copy = copyOf(json);
  let owner = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) owner = owner[key] as Record<string, unknown>;
  Object.defineProperty(owner, path.at(-1)!, { value: hostile, enumerable: true });
  return copy;
}

test('objects that are not JSON data throw nothing but MetricStateError in every place of every snapshot', () => {
  const hostiles = hostileObjects();
  const places = [...metrics, ...others].flatMap(({ snapshot, restore }) => {
    const json = copyOf(snapshot);
    return placesOf(json).map((path) => ({ json, path, restore }));
  });
  expect(places.length).toBeGreaterThan(500);
  places.forEach(({ json, path, restore }, k) => {
    // Each place is tested with a third of the objects, in rotation.
    for (const [h, hostile] of hostiles.entries()) {
      if ((h + k) % 3 !== 0) continue;
      try {
        restore(withHostile(json, path, hostile));
      } catch (error) {
        if (!(error instanceof MetricStateError)) {
          throw new Error(`${path.join('.')} with hostile ${h}`, { cause: error });
        }
      }
    }
  });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('an error thrown by a custom state becomes a MetricStateError', () => {
  class Picky extends Mean {
    override restoreState(): never {
      throw new RangeError('too many');
    }
  }
  const call = () => {
    new Picky().merge(new Picky().toJSON());
  };
  expect(call).toThrow(MetricStateError);
  expect(call).toThrow('too many');
});
