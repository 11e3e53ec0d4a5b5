import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { growth } from '../../bench/topics/growth.ts';

const sources = readdirSync('src/state', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src/state', file), 'utf8'));

const states = sources.flatMap((source) =>
  [...source.matchAll(/^export class (\w+)\S* .*implements MetricState</gm)].map(([, name]) => name!),
);

test('the growth of each state is measured', () => {
  expect(states).toContain('SampleBuffer');
  const measured = growth.map(({ name }) => name.split(' ')[0]!);
  expect([...new Set(measured)].sort()).toEqual([...states].sort());
});
