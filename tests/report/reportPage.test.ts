import { describe, expect, test } from '@jest/globals';
import type { Label } from 'tfjs-metrics';
import { clusteringReport, ClusteringReport } from 'tfjs-metrics/report';
import { confusions } from '../../src/report/clustering/confusionTable.ts';
import { verdictOf } from '../../src/report/clustering/verdictOf.ts';

const DATA = [0, 1, 9, 10, 11];
const PREDS = ['x', 'x', 'y', 'y', 'y'];

function pageOf(
  title: string,
  preds: readonly Label[],
  target?: readonly Label[],
  data?: readonly number[],
): Promise<string> {
  return clusteringReport({ title, preds, target, data, draws: 2 }).toHTML();
}

describe('a page', () => {
  test('forbids scripts and requests by its Content-Security-Policy', async () => {
    const html = await pageOf('Five', PREDS, PREDS, DATA);
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(html).not.toMatch(/<(script|img|link|iframe|a|form)\b|url\(|@import|\son\w+=/i);
  });

  test('has a language, a title, ordered headings and table captions', async () => {
    const html = await pageOf('Five & more', PREDS, PREDS, DATA);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<title>Five &amp; more</title>');
    const headings = Array.from(html.matchAll(/<h(\d)/g), ([, level]) => Number(level));
    headings.slice(1).forEach((level, k) => {
      expect(level - headings[k]!).toBeLessThanOrEqual(1);
    });
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    expect(html.match(/<table /g)).toHaveLength(html.match(/<caption/g)!.length);
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(html.match(/<svg/g)!.length);
  });

  test('shows labels that contain markup as text', async () => {
    const label = '</title></style><script>alert("x")</script>\u202e';
    const html = await pageOf(label, [label, 'y'], [label, 'y']);
    expect(html).not.toMatch(/<script|\u202e/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&lt;/title&gt;&lt;/style&gt;&lt;script&gt;');
  });

  test('has a bounded size for many long labels', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `${i} ${'long '.repeat(50)}`);
    const html = await pageOf(many[7]!, many, many);
    expect(html.length).toBeLessThan(400_000);
    expect(html.replace(/<[^>]+>/g, '')).toContain('Clusters, 200 of 3,000, largest first');
  });

  test('draws bounded scores on their range, and no value without an upper bound', async () => {
    const html = await pageOf('Five', PREDS, PREDS, DATA);
    const scaleOf = (title: string): string =>
      new RegExp(`>${title}</bdi></th>.*?<div class="axis">(.*?)</div>`).exec(html)![1]!;
    expect(scaleOf('Purity')).toContain('<i class="dot" style="left:100%"></i>');
    // Entropy of 2 and 3 of 5 samples, of at most one bit.
    const bits = -(0.4 * Math.log2(0.4) + 0.6 * Math.log2(0.6));
    expect(scaleOf('Mutual info')).toContain(`<i class="dot" style="left:${Number((100 * bits).toFixed(2))}%"></i>`);
    expect(scaleOf('Variation of information')).toContain('<i class="dot" style="left:0%"></i>');
    expect(scaleOf('Calinski–Harabasz index')).toBe('<i class="range open" style="left:0%;width:100%"></i>');
  });

  test('shows clusters in the same order in the sizes, silhouettes and table, largest first', async () => {
    const sizes = { a: 3, b: 9, c: 5 };
    const preds = Object.entries(sizes).flatMap(([label, size]) => Array.from({ length: size }, () => label));
    const html = await pageOf(
      'Order',
      preds,
      undefined,
      preds.map((_, i) => i),
    );
    const labels = Array.from(html.matchAll(/>([abc])<\/(?:text|bdi)>/g), ([, label]) => label!);
    expect(labels.join('')).toBe('bca'.repeat(3));
  });

  test('omits sections without data', async () => {
    const html = await pageOf('No classes', PREDS, undefined, DATA);
    expect(html).toContain('<dt>Clusters</dt>');
    expect(html).not.toMatch(/Classes|Purity/);
    const { clusters } = clusteringReport({ preds: PREDS, data: DATA });
    const rest = { samples: 5, scores: [], warnings: [], classes: [] };
    const bare = await new ClusteringReport({ title: 'Sizes only', clusters, ...rest }).toHTML();
    expect(bare).not.toMatch(/<h2>Scores|Silhouette/);
  });
});

describe('the verdict', () => {
  const headline = (name: string, value: number): string | undefined => verdictOf([{ name, value }])?.headline;

  test('follows the thresholds of the cited sources', () => {
    expect(
      [1, 0.9, 0.89, 0.8, 0.65, 0.64, -0.5].map((value) => headline('adjustedRandScore', value)?.split(' ')[0]),
    ).toEqual(['Excellent', 'Excellent', 'Good', 'Good', 'Moderate', 'Poor', 'Poor']);
    expect([0.8, 0.6, 0.3, 0.1].map((value) => headline('silhouetteScore', value))).toEqual([
      'A strong structure',
      'A reasonable structure',
      'A weak structure that may be artificial',
      'No substantial structure',
    ]);
  });

  test('prefers the adjusted Rand index, and is undefined for undefined scores', () => {
    const scores = [
      { name: 'silhouetteScore', value: 0.9 },
      { name: 'adjustedRandScore', value: 0.1, interval: [0.05, 0.15] as const },
    ];
    expect(verdictOf(scores)).toEqual({
      headline: 'Poor recovery of the classes',
      reason: 'adjusted Rand index 0.10, 95 % interval 0.05 to 0.15, by the thresholds of Steinley (2004)',
    });
    const noise = { name: 'adjustedRandScore', value: 0.1, interval: [-2e-7, 0.2] as const };
    expect(verdictOf([noise])?.reason).toContain('interval 0.00 to 0.20');
    expect(headline('adjustedRandScore', NaN)).toBeUndefined();
    expect(headline('purityScore', 1)).toBeUndefined();
  });
});

test('confusions are the largest groups in clusters dominated by another class', () => {
  const preds = [0, 0, 0, 0, 0, 1, 1, 1, 1];
  const target = ['a', 'a', 'a', 'b', 'c', 'b', 'b', 'b', 'a'];
  const { classes, clusters } = clusteringReport({ preds, target, draws: 2 });
  expect(confusions(classes, clusters, 2)).toEqual([
    { class: 'a', cluster: 1, dominantClass: 'b', count: 1, share: 1 / 4 },
    { class: 'b', cluster: 0, dominantClass: 'a', count: 1, share: 1 / 4 },
  ]);
  expect(confusions(classes, clusters, 9)).toHaveLength(3);
});
