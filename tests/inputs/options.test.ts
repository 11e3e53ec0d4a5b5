import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { MetricInputError } from 'tfjs-metrics';

const score = lib.mutualInfoScore as (...args: unknown[]) => number;

describe('an unknown option is rejected with the known options', () => {
  test.each([
    ['MutualInfoScore', 'ignoreLabel, onUndefined, base, estimator'],
    ['NormalizedMutualInfoScore', 'ignoreLabel, onUndefined, averageMethod'],
    ['VMeasureScore', 'ignoreLabel, onUndefined, beta'],
    ['BCubedScore', 'ignoreLabel, onUndefined, beta, component'],
    ['RandScore', 'ignoreLabel, onUndefined'],
  ])('by the class %s', (name, known) => {
    const metricClass = lib[name as 'RandScore'];
    const call = () => new metricClass({ colour: 1 } as object);
    expect(call).toThrow(
      new MetricInputError(`${name}: expected known options, got "colour"; the options are ${known}`),
    );
  });

  test('by a function of labels, which also accepts weights', () => {
    expect(() => score([0], [0], { sampleweight: [1] })).toThrow(
      /mutualInfoScore: expected known options, got "sampleweight"; the options are .*sampleWeight/,
    );
  });

  test('by a function of a table, which already includes weights', () => {
    const table = lib.ContingencyTable.of([0], [0]);
    expect(() => score(table, { sampleWeight: [1] })).toThrow(
      'mutualInfoScore: expected known options, got "sampleWeight"; the options are ignoreLabel, onUndefined, base, estimator',
    );
  });

  test('by an update, which accepts only the options of a batch', () => {
    const metric = new lib.MutualInfoScore();
    const call = () => metric.update([0], [0], { base: 2 } as object);
    expect(call).toThrow('update: expected known options, got "base"; the options are sampleWeight');
  });

  test('by a collection', () => {
    const call = () => new lib.MetricCollection({}, { suffix: '_' } as object);
    expect(call).toThrow('MetricCollection: expected known options, got "suffix"; the options are prefix, postfix');
  });

  test('by a table of a matrix', () => {
    const call = () => lib.ContingencyTable.fromMatrix([[1]], { rowLabels: ['a'] } as object);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow('expected known options, got "rowLabels"');
  });

  test('also if its name is __proto__', () => {
    const options = JSON.parse('{"__proto__": {"base": 2}}') as object;
    expect(() => new lib.MutualInfoScore(options)).toThrow('expected known options, got "__proto__"');
  });
});

describe('an option of another type is rejected with the expectation and the value', () => {
  const refused: [options: unknown, message: string][] = [
    [{ base: '2' }, 'option "base": expected a number above'],
    [{ base: 1 }, 'got 1'],
    [{ base: 0 }, 'got 0'],
    [{ base: -2 }, 'got -2'],
    [{ base: NaN }, 'got NaN'],
    [{ base: Infinity }, 'got Infinity'],
    [{ onUndefined: 'NaN' }, '"onUndefined": expected "throw", "nan" or a finite number, got "NaN"'],
    [{ onUndefined: NaN }, 'got NaN'],
    [{ onUndefined: null }, 'got null'],
    [{ ignoreLabel: null }, '"ignoreLabel": expected a label or a list of labels'],
    [{ ignoreLabel: 0.5 }, 'got 0.5'],
    [{ ignoreLabel: [0, null] }, 'got Array of length 2'],
    [{ ignoreLabel: 2 ** 53 }, 'got 9007199254740992'],
    [null, 'expected an object of options, got null'],
    [5, 'expected an object of options, got 5'],
    ['base', 'expected an object of options, got "base"'],
  ];

  test.each(refused)('%j', (options, message) => {
    const calls = [() => new lib.MutualInfoScore(options as object), () => score([0], [0], options)];
    for (const call of calls) {
      expect(call).toThrow(MetricInputError);
      expect(call).toThrow(message);
    }
  });

  test.each([
    [
      'NormalizedMutualInfoScore',
      { averageMethod: 'mean' },
      'one of "min", "geometric", "arithmetic", "max", got "mean"',
    ],
    ['AdjustedMutualInfoScore', { averageMethod: 1 }, 'one of "min", "geometric", "arithmetic", "max", got 1'],
    ['VMeasureScore', { beta: -1 }, 'a finite number, 0 or above, got -1'],
    ['VMeasureScore', { beta: '1' }, 'a finite number, 0 or above, got "1"'],
    ['BCubedScore', { component: 'f1' }, 'one of "fScore", "precision", "recall", got "f1"'],
  ])('%s with %j', (name, options, message) => {
    const metricClass = lib[name as 'RandScore'];
    expect(() => new metricClass(options as object)).toThrow(`expected ${message}`);
  });
});

describe('options', () => {
  test('that are undefined are ignored', () => {
    expect(score([0, 1], [0, 1], { base: undefined, ignoreLabel: undefined })).toBe(Math.log(2));
    expect(new lib.MutualInfoScore(undefined).options).toEqual({});
  });

  test('are checked before anything is computed, even without samples', () => {
    expect(() => score([], [], { base: 1 })).toThrow('"base"');
  });

  test('of a metric are read-only', () => {
    const { options } = new lib.MutualInfoScore({ base: 2 });
    expect(() => Object.assign(options, { base: 10 })).toThrow(TypeError);
  });

  test('that the caller changes later do not affect the metric', () => {
    const ignoreLabel = [-1];
    const metric = new lib.MutualInfoScore({ ignoreLabel });
    metric.update([0, 1, 0, -1], [0, 1, 0, 1]);
    ignoreLabel.push(0);
    expect(metric.compute()).toBeCloseTo(0.636514, 6);
  });
});
