import { describe, expect, test } from '@jest/globals';
import { MetricStateError } from 'tfjs-metrics';
import { clusteringReport, ClusteringReport } from 'tfjs-metrics/report';

describe('ClusteringReport.fromJSON rejects', () => {
  const plain = JSON.parse(
    JSON.stringify(
      clusteringReport({ preds: [0, 0, 0, 1, 1, 1], data: [0, 1, 2, 10, 11, 12], target: [0, 0, 0, 1, 1, 1] }),
    ),
  ) as Record<string, unknown>;
  test.each([
    ['null', null],
    ['another version', { ...plain, version: 2 }],
    ['another kind', { ...plain, kind: 'ContingencyTable' }],
    ['an unknown property', { ...plain, more: 1 }],
    ['a score with an unknown name', { ...plain, scores: [{ name: '<b>', value: 1 }] }],
    ['a value that is a string', { ...plain, scores: [{ name: 'randScore', value: '1' }] }],
    ['a share above 1', { ...plain, clusters: [{ label: 0, size: 1, share: 2 }] }],
    ['a label that is an object', { ...plain, clusters: [{ label: {}, size: 1, share: 1 }] }],
    ['a damaged table', { ...plain, table: { kind: 'ContingencyTable' } }],
    ['warnings that are numbers', { ...plain, warnings: [1] }],
    ['a p-value of 2', { ...plain, mutualInfoTest: { value: 1, expected: 0, pValue: 2, method: 'gTest' } }],
    ['silhouettes above 1', { ...plain, silhouettes: [{ label: 0, values: [3] }] }],
  ])('%s', (_, value) => {
    expect(() => ClusteringReport.fromJSON(value)).toThrow(MetricStateError);
  });
});
