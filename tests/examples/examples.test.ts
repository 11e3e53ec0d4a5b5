import { describe, expect, test } from '@jest/globals';
import { exampleBlocks } from './exampleBlocks.ts';
import { matchesValue } from './matchesValue.ts';
import { runExamples } from './runExamples.ts';

const blocks = exampleBlocks();
const outcomes = runExamples(blocks);
const examples = blocks.map((block, i) => ({ ...block, ...outcomes[i]! }));

describe('examples in the documentation compile, run and give the stated values', () => {
  test.each(examples)('$file:$line', ({ problem, claims, line }) => {
    expect(problem).toBeUndefined();
    const wrong = claims
      .filter(({ stated, actual }) => !matchesValue(stated, actual))
      .map(({ stated, actual, ...at }) => ({ line: line + at.line, stated, actual }));
    expect(wrong).toEqual([]);
  });

  test('there are more stated values than examples', () => {
    const claims = examples.flatMap((example) => example.claims);
    expect(claims.length).toBeGreaterThan(examples.length);
  });
});

test.each([
  ['0.5004', 0.500402, true],
  ['0.5004', 0.5005, false],
  ['-0.25', -0.25, true],
  ['1', 1.0001, false],
  [
    '[[1, 0], [1, 1]]',
    [
      [1, 0],
      [1, 1],
    ],
    true,
  ],
  ['[1, 2]', [1, 2, 3], false],
  ['Float64Array [1, 2]', Float64Array.of(1, 2), true],
  ['{ mi: 0.5, ari: 1 }', { mi: 0.5, ari: 1 }, true],
  ['{ mi: 0.5 }', { mi: 0.5, ari: 1 }, false],
  ["'a'", 'a', true],
  ['NaN', NaN, true],
  ['null', undefined, false],
])('comment %s and value %j match: %j', (stated, actual, expected) => {
  expect(matchesValue(stated, actual)).toBe(expected);
});

test('a comment that is not a value throws', () => {
  expect(() => matchesValue('about one half', 0.5)).toThrow();
});
