import { expect, test } from '@jest/globals';
import * as information from 'tfjs-metrics/information';
import { bounds } from './bounds.ts';

test('every exported bound is checked on all backends', () => {
  const exported = Object.keys(information).filter((name) => /(Bound|Nce)$/.test(name));
  expect(new Set(bounds.map(({ name }) => name.split(',')[0]))).toEqual(new Set(exported));
});
