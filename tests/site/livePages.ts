import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Page } from 'playwright-core';
import * as lib from 'tfjs-metrics';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { classificationReport, clusteringReport } from 'tfjs-metrics/report';

type Check = (page: Page) => Promise<string[]>;

/** Checks that the live parts show what Node computes from the same inputs. */
export const LIVE_CHECKS: Readonly<Record<string, Check>> = {
  'documents/Mutual_information_of_two_labelings.html': async (page) => {
    const [preds, target] = ['a a b b c c c', '1 1 1 2 2 3 3'];
    await page.fill('[name=preds]', preds);
    await page.fill('[name=target]', target);
    await page.selectOption('select', 'bits');
    const labels = [preds.split(' '), target.split(' ')] as const;
    const expected = {
      'Mutual information (bits)': lib.mutualInfoScore(...labels, { base: 2 }),
      'Normalized mutual information': lib.normalizedMutualInfoScore(...labels),
      'Adjusted mutual information': lib.adjustedMutualInfoScore(...labels),
      'Adjusted Rand index': lib.adjustedRandScore(...labels),
      Homogeneity: lib.homogeneityScore(...labels),
      Completeness: lib.completenessScore(...labels),
    };
    const problems = await Promise.all(
      Object.entries(expected).map(async ([name, value]) => {
        const shown = await page.getAttribute(`[data-score="${name}"]`, 'data-value');
        return differs(name, Number(shown), value, 1e-12);
      }),
    );
    await page.fill('[name=target]', '1 1');
    return [...problems.flat(), ...(await lacksError(page, 'target'))];
  },
  'documents/Mutual_information_of_a_scatter_plot.html': async (page) => {
    const points = [0, 0.2, 0.35, 0.5, 0.55, 0.7, 0.8, 1].map((x, i) => [x, (x * x + (i % 3) / 10) / 1.2] as const);
    await page.click('summary:has-text("Points as text")');
    await page.fill('[name=points]', points.map((point) => point.join(', ')).join('\n'));
    const [x, y] = [points.map(([value]) => value), points.map(([, value]) => value)];
    const { value, grads } = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!, { bins: 8 }))([
      tf.tensor1d(x),
      tf.tensor1d(y),
    ]);
    const shown = await page.locator('.headline').evaluate((output) => ({ ...(output as HTMLElement).dataset }));
    const gradient = (JSON.parse(shown['gradient']!) as number[][]).map(([dx]) => dx!);
    const expected = grads[0]!.dataSync();
    const hidden = await page.locator('.plot').evaluate((plot) => {
      const { left, top, right, bottom } = plot.getBoundingClientRect();
      return [...plot.querySelectorAll('circle, line')].filter((mark) => {
        const box = mark.getBoundingClientRect();
        return box.left < left || box.top < top || box.right > right || box.bottom > bottom;
      }).length;
    });
    await page.fill('[name=points]', '0.5, 2');
    return [
      ...differs('mutual information', Number(shown['value']), value.dataSync()[0]!, 1e-6),
      ...gradient.flatMap((dx, i) => differs(`gradient ${i}`, dx, expected[i]!, 1e-6)),
      ...(hidden === 0 ? [] : [`expected all points and arrows in the plot, got ${hidden} outside`]),
      ...(await lacksError(page, 'line 1: expected two numbers')),
    ];
  },
  'documents/Report_of_a_clustering.html': async (page) => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      i % 3,
      'xyz'[(i + (i % 7 === 0 ? 1 : 0)) % 3]!,
      (i % 3) + i / 100,
    ]);
    const csv = ['cluster,class,size', ...rows.map((row) => row.join(','))].join('\n');
    await page.fill('[name=csv]', csv);
    const { scores } = clusteringReport({
      preds: rows.map(([cluster]) => String(cluster)),
      target: rows.map((row) => String(row[1])),
      data: rows.map((row) => [Number(row[2])]),
    });
    const problems = await differingScores(page, scores);
    await page.frameLocator('iframe').getByText('30', { exact: true }).first().waitFor();
    await page.fill('[name=csv]', 'a,b\n1');
    return [...problems, ...(await lacksError(page, ''))];
  },
  'documents/Report_of_a_classifier.html': async (page) => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const p = ((7 * i) % 20) / 20;
      return { label: 'xy'[(i + (p > 0.5 ? 1 : 0) + (i % 5 === 0 ? 1 : 0)) % 2]!, p };
    });
    await page.fill(
      '[name=csv]',
      ['class,p_x,p_y', ...rows.map(({ label, p }) => `${label},${1 - p},${p}`)].join('\n'),
    );
    const { scores } = classificationReport({
      target: rows.map(({ label }) => label),
      scores: rows.map(({ p }) => [1 - p, p]),
      labels: ['x', 'y'],
      positiveLabel: 'x',
    });
    const problems = await differingScores(page, scores);
    await page.frameLocator('iframe').getByText('40', { exact: true }).first().waitFor();
    await page.fill('[name=csv]', 'class,p\nx,0.5');
    await page.uncheck('.checks input');
    return [...problems, ...(await lacksError(page, 'expected predictions, probabilities or both'))];
  },
};

type Scores = readonly { readonly name: string; readonly value: number }[];

/** Compares the scores of a report on a page. */
async function differingScores(page: Page, scores: Scores): Promise<string[]> {
  const shown = await page.locator('.live').evaluate((box) => (box as HTMLElement).dataset['scores']!);
  const found = JSON.parse(shown) as Scores;
  return scores.flatMap(({ name, value }) =>
    differs(name, found.find((score) => score.name === name)?.value ?? NaN, value, 1e-9 * Math.abs(value)),
  );
}

function differs(name: string, shown: number, expected: number, tolerance: number): string[] {
  return Math.abs(shown - expected) <= tolerance ? [] : [`${name}: expected ${expected}, got ${shown}`];
}

async function lacksError(page: Page, part: string): Promise<string[]> {
  const message = (await page.textContent('.problem')) ?? '';
  return message !== '' && message.includes(part) ? [] : [`expected an error with "${part}", got "${message}"`];
}
