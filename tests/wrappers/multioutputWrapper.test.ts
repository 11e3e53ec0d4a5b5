import { expect, test } from '@jest/globals';
import { MultioutputWrapper, PurityScore } from 'tfjs-metrics';

test('an excessive number of outputs is rejected before anything is created', () => {
  for (const outputs of [0, 1.5, NaN, 1e9]) {
    expect(() => new MultioutputWrapper(new PurityScore(), { outputs })).toThrow('1 to 65536');
  }
});
