import { describe, expect, test } from '@jest/globals';
import { BITS, PROBABILITIES, quick, random, times } from './classifierData.ts';

describe('warnings', () => {
  test('name classes that are never predicted, have no samples, or have few', () => {
    const target = [...times(40, 'a'), ...times(20, 'b'), ...times(3, 'c')];
    const preds = target.map((label, i) => (label === 'b' ? 'a' : i === 0 ? 'd' : label));
    const { warnings } = quick({ preds, target });
    expect(warnings).toContain('Class b is never predicted.');
    expect(warnings).toContain('Class d is predicted, but has no samples.');
    expect(warnings).toContain('Class c has fewer than 5 samples, so its scores are uncertain.');
  });

  test('compare accuracy with the most common class', () => {
    const target = [...times(95, 0), ...times(5, 1)];
    const never = quick({ preds: times(100, 0), target });
    expect(never.warnings.join()).toContain(
      'The accuracy, 95.0 %, is not significantly higher than 95.0 %, the accuracy of predicting class 0',
    );
    expect(never.warnings).toContain('Class 1 is never predicted.');
    const rare = [...times(9_000, 0), ...times(1_000, 1)];
    const half = quick({ preds: rare.map((label, i) => (i % 2 === 0 ? label : 0)), target: rare });
    expect(half.warnings).toContain(
      'Class 0 has 90.0 % of the samples, so accuracy hides errors in other classes; the balanced accuracy is 75.0 %.',
    );
    const good = quick({ preds: rare, target: rare });
    expect(good.warnings).toEqual([]);
  });

  test('name predictions that are like chance or exchanged', () => {
    const target = Array.from({ length: 200 }, (_, i) => i % 2);
    const noise = quick({ preds: target.map((_, i) => (i >> 1) % 2), target });
    expect(noise.warnings.join()).toContain('not significantly better than chance');
    const swapped = quick({ preds: target.map((bit) => 1 - bit), target });
    expect(swapped.warnings.join()).toContain('worse than chance; two classes may have been exchanged');
    const reversed = quick({ scores: PROBABILITIES.map((p) => 1 - p), target: BITS });
    expect(reversed.warnings.join()).toContain('The AUROC is below 0.5');
  });

  test('name probabilities that are too high, but not calibrated ones', () => {
    const truth = Array.from({ length: 2000 }, () => random.uniform());
    const target = truth.map((p) => Number(random.uniform() < p));
    expect(quick({ scores: truth, target }).warnings).toEqual([]);
    const high = quick({ scores: truth.map((p) => Math.sqrt(p)), target });
    expect(high.warnings.join()).toMatch(
      /The probabilities are not calibrated: .* are too high by \d+\.\d % on average/,
    );
    // A difference as large as in few samples by chance is no finding.
    expect(quick({ scores: truth.slice(0, 20), target: target.slice(0, 20) }).warnings.join()).not.toContain(
      'calibrated',
    );
  });
});
