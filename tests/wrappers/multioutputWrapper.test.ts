import { expect, test } from '@jest/globals';
import { MultioutputWrapper, PurityScore } from 'tfjs-metrics';

test('a number of outputs that no model has is refused before anything is made', () => {
  for (const outputs of [0, 1.5, NaN, 1e9]) {
    expect(() => new MultioutputWrapper(new PurityScore(), { outputs })).toThrow('1 to 65536');
  }
});
