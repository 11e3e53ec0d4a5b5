import { describe, expect, test } from '@jest/globals';
import { regressionReport } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { normalQuantile } from '../../src/numeric/special/normalQuantile.ts';

const random = RandomSource.of(4);
const normal = (): number => normalQuantile(random.uniform() + 2 ** -54);
const PREDS = Float64Array.from({ length: 400 }, () => 20 + 4 * normal());
const TARGET = PREDS.map((value) => value + normal());

const warningsOf = (preds: ArrayLike<number>, target: ArrayLike<number>): string =>
  regressionReport({ preds: Float64Array.from(preds), target: Float64Array.from(target) }).warnings.join('\n');

describe('warnings on a regression', () => {
  test('are absent for independent residuals of equal variance', () => {
    expect(warningsOf(PREDS, TARGET)).toBe('');
  });

  test('name few samples, equal predictions and equal targets', () => {
    expect(warningsOf([1, 2], [1, 3])).toContain('There are only 2 samples');
    expect(warningsOf([1], [1])).toBe('There is only 1 sample, so the scores are uncertain.');
    expect(
      warningsOf(
        PREDS.map(() => 20),
        TARGET,
      ),
    ).toContain('All predictions are equal.');
    expect(
      warningsOf(
        PREDS,
        TARGET.map(() => 20),
      ),
    ).toContain('All targets are equal, so R²');
  });

  test('name predictions that are not better than the mean target', () => {
    expect(
      warningsOf(
        TARGET.map(() => 20 + 0.1 * normal()),
        TARGET,
      ),
    ).toContain('not significantly better than always predicting the mean target');
    expect(
      warningsOf(
        TARGET.map((value) => 40 - value),
        TARGET,
      ),
    ).toContain('worse than always predicting the mean target');
    const constant = warningsOf(
      TARGET.map(() => -500),
      TARGET,
    );
    expect(constant).toContain('All predictions are equal.');
    expect(constant).toContain('worse than always predicting the mean target');
  });

  test('name biased predictions, with the direction', () => {
    expect(
      warningsOf(
        PREDS.map((value) => value + 2),
        TARGET,
      ),
    ).toMatch(/The predictions are biased: they are too high by [12]\.\d+ on average\./);
    expect(
      warningsOf(
        PREDS.map((value) => value - 2),
        TARGET,
      ),
    ).toContain('too low');
    // Significant for many samples, but small.
    const many = Float64Array.from({ length: 50_000 }, () => normal());
    const shifted = many.map((value) => value + 0.05 + normal());
    expect(warningsOf(many, shifted)).toBe('');
  });

  test('name predictions of the wrong scale', () => {
    expect(
      warningsOf(
        PREDS.map((value) => 20 + (value - 20) / 3),
        TARGET,
      ),
    ).toContain('The predictions have the wrong scale');
  });

  test('name a spread that depends on the prediction', () => {
    const grows = PREDS.map((value) => value + normal() * Math.exp((value - 20) / 4));
    expect(warningsOf(PREDS, grows)).toMatch(
      /The spread of the residuals grows with the prediction: the mean absolute residual is 0\.\d+ for the lowest/,
    );
    expect(
      warningsOf(
        PREDS,
        PREDS.map((value) => value + normal() * Math.exp((20 - value) / 4)),
      ),
    ).toContain('The spread of the residuals shrinks');
  });

  test('name a few samples that dominate the root mean squared error', () => {
    expect(
      warningsOf(
        PREDS,
        TARGET.map((value, i) => (i === 7 ? value + 500 : value)),
      ),
    ).toContain('A few samples dominate the root mean squared error: the worst 1 % have 9');
    expect(
      warningsOf(PREDS.slice(0, 50), TARGET.map((value, i) => value + 500 * Number(i === 7)).slice(0, 50)),
    ).toContain('the worst one has');
  });

  test('name samples that were left out', () => {
    const { warnings } = regressionReport({ preds: PREDS, target: TARGET, leftOut: 100 });
    expect(warnings).toEqual(['20.0 % of the samples are left out: 100 with missing values.']);
  });
});
