import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { ContingencyTable, MetricCollection, MutualInfoScore, RandScore } from 'tfjs-metrics';
import { contingencyChart, historyChart, metricChart } from 'tfjs-metrics/charts';
import { renderSvg } from 'tfjs-metrics/report';

const table = ContingencyTable.of([0, 0, 1], ['<b>', '"&\'', '<b>']);

describe('a picture', () => {
  test('is one SVG element that says what it shows, in escaped words', async () => {
    const svg = await renderSvg(contingencyChart(table), {
      title: 'A & <B>',
      description: '"quoted"',
    });
    expect(svg).toMatch(/^<svg role="img" [^>]*viewBox="0 0 [\d.]+ [\d.]+"[^>]*>/);
    expect(svg).toContain('<title>A &amp; &lt;B&gt;</title><desc>&quot;quoted&quot;</desc>');
    expect(svg).toMatch(/<\/svg>$/);
    expect(svg).toContain('&lt;b&gt;<');
    expect(svg).not.toMatch(/<b>|<script|<image|href="/);
  });

  test('needs nothing from elsewhere and takes no more colours than it has for a dark ground', async () => {
    const metrics = new MetricCollection({ mi: new MutualInfoScore(), rand: new RandScore() });
    metrics.update(table);
    const history = [
      { name: 'a', values: [1, 2] },
      { name: 'b', values: [1, 2], range: [0, 9] as const },
    ];
    for (const chart of [metricChart(metrics), historyChart(history)]) {
      const svg = await renderSvg(chart);
      const [, style, picture] = /<style>(.*?)<\/style>(.*)/s.exec(svg)!;
      expect(style).toMatch(/^@media \(prefers-color-scheme:dark\)/);
      expect(picture).not.toMatch(/url\(|http/);
      for (const [, paint, colour] of picture!.matchAll(/(fill|stroke)="([^"]+)"/g)) {
        if (['none', 'transparent'].includes(colour!)) continue;
        expect(style).toContain(`svg [${paint}="${colour}"]`);
      }
    }
  });

  test('is refused for what is no chart', async () => {
    await expect(renderSvg({} as never)).rejects.toThrow('expected a Vega-Lite specification');
    await expect(renderSvg(null as never)).rejects.toThrow('got null');
  });
});

test('without Vega the error says what to install', () => {
  const folder = mkdtempSync(join(tmpdir(), 'without-vega-'));
  try {
    const outfile = join(folder, 'report.mjs');
    buildSync({
      stdin: {
        contents: `import { renderSvg } from './src/report/renderSvg.ts';
          renderSvg({ $schema: 'x' }).catch(({ message }) => console.log(message));`,
        resolveDir: process.cwd(),
      },
      external: ['vega', 'vega-lite'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
    });
    const said = execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
    expect(said.trim()).toBe('Charts are drawn by vega and vega-lite: npm install vega vega-lite');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
