import { expect, test } from '@jest/globals';
import { exported, validArguments } from './validArguments.ts';

/** Functions that take the option `ignoreLabel` as another argument than the last one, or in an object of inputs. */
const OTHERS = ['bootstrapInterval', 'classificationReport', 'clusteringReport'];

const labelsIn = (argument: unknown): unknown[] =>
  Array.isArray(argument) ? [...new Set(argument.flat(2).filter(Number.isInteger))] : [];

const isPlain = (argument: unknown): boolean => Object.getPrototypeOf(argument ?? 0) === Object.prototype;

function outcome(name: string, args: readonly unknown[]): string {
  try {
    return JSON.stringify(exported[name]!(...args), (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
    );
  } catch (error) {
    return (error as Error).message;
  }
}

/** Arguments of a function before its options, and the options. */
function split(name: string): [unknown[], object] {
  const args = validArguments[name]!;
  const last = args.at(-1);
  return isPlain(last) ? [args.slice(0, -1), last as object] : [[...args], {}];
}

const withIgnoreLabel = Object.keys(validArguments).filter((name) => {
  if (OTHERS.includes(name)) return false;
  const [args, options] = split(name);
  if (!args.some((argument) => labelsIn(argument).length > 0)) return false;
  return !/expected (known options, got "ignoreLabel"|no options)/.test(
    outcome(name, [...args, { ...options, ignoreLabel: -7 }]),
  );
});

test('functions that accept the option "ignoreLabel" apply it', () => {
  expect(withIgnoreLabel.length).toBeGreaterThan(60);
  for (const name of withIgnoreLabel) {
    const [args, options] = split(name);
    const all = args.flatMap(labelsIn);
    const ignored = outcome(name, [...args, { ...options, ignoreLabel: all }]);
    expect([name, ignored]).not.toEqual([name, outcome(name, [...args, options])]);
  }
});
