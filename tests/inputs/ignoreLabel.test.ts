import { expect, test } from '@jest/globals';
import { exported, validArguments } from './validArguments.ts';

/** Functions whose options are not their last argument, or contain their inputs. */
const OTHERS = ['bootstrapInterval', 'classificationReport', 'clusteringReport'];

const labelsIn = (argument: unknown): unknown[] =>
  Array.isArray(argument) ? [...new Set(argument.flat(2).filter(Number.isInteger))] : [];

const isPlain = (argument: unknown): boolean => Object.getPrototypeOf(argument ?? 0) === Object.prototype;

/** Returns the result as JSON, or the message of the error. */
async function outcome(name: string, args: readonly unknown[]): Promise<string> {
  try {
    return JSON.stringify(await exported[name]!(...args), (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
    );
  } catch (error) {
    return (error as Error).message;
  }
}

/** Returns the arguments of a function before its options, and the options. */
function split(name: string): [unknown[], object] {
  const args = validArguments[name]!;
  const last = args.at(-1);
  return isPlain(last) ? [args.slice(0, -1), last as object] : [[...args], {}];
}

const TAKES_IT = /the options are .*\bignoreLabel\b/;

test('functions that accept the option "ignoreLabel" apply it', async () => {
  let tried = 0;
  for (const name of Object.keys(validArguments)) {
    const [args, options] = split(name);
    const labels = args.flatMap(labelsIn);
    if (OTHERS.includes(name) || labels.length === 0) continue;
    if (!TAKES_IT.test(await outcome(name, [...args, { ...options, unknown: 1 }]))) continue;
    const ignored = await outcome(name, [...args, { ...options, ignoreLabel: labels }]);
    expect([name, ignored]).not.toEqual([name, await outcome(name, [...args, options])]);
    tried++;
  }
  expect(tried).toBeGreaterThan(60);
});
