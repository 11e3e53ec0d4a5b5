import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { build, type Plugin } from 'esbuild';
import { ContingencyTable, MetricCollection, MutualInfoScore, RandScore } from 'tfjs-metrics';
import { contingencyChart, historyChart, metricChart } from 'tfjs-metrics/charts';
import { renderSvg } from 'tfjs-metrics/report';

const table = ContingencyTable.of([0, 0, 1], ['<b>', '"&\'', '<b>']);

describe('an SVG image', () => {
  test('is one SVG element with an escaped title and description', async () => {
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

  test('has no external resources, and a dark-mode replacement for every color', async () => {
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
      for (const [, paint, color] of picture!.matchAll(/(fill|stroke)="([^"]+)"/g)) {
        if (['none', 'transparent'].includes(color!)) continue;
        expect(style).toContain(`svg [${paint}="${color}"]`);
      }
    }
  });

  test('cannot be rendered from an object that is not a chart', async () => {
    await expect(renderSvg({} as never)).rejects.toThrow('expected a Vega-Lite specification');
    await expect(renderSvg(null as never)).rejects.toThrow('got null');
  });
});

describe('a page that was built without Vega', () => {
  test('gets an error that names the packages to install', async () => {
    expect(await outputOf(`renderSvg({ $schema: 'x' }).catch(({ message }) => console.log(message));`)).toBe(
      'renderSvg: expected the packages vega and vega-lite, got an import error; npm install vega vega-lite, ' +
        'and with webpack, assign the modules to globalThis.vega and globalThis.vegaLite',
    );
  });

  test('draws with the globals vega and vegaLite', async () => {
    const picture = await outputOf(`
      import * as vega from 'vega';
      import * as vegaLite from 'vega-lite';
      Object.assign(globalThis, { vega, vegaLite });
      renderSvg(${JSON.stringify(contingencyChart(table))}).then((svg) => console.log(svg));`);
    expect(picture).toMatch(/^<svg /);
  });
});

/** Excludes the packages that `renderSvg` imports dynamically, but not those that the code itself imports. */
const ABSENT: Plugin = {
  name: 'absent',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^vega/ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : null));
  },
};

/** Runs code that calls `renderSvg` in a folder where Vega is not installed; returns its output. */
async function outputOf(code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'without-vega-'));
  try {
    const outfile = join(folder, 'report.mjs');
    await build({
      stdin: {
        contents: `import { renderSvg } from './src/report/svg/renderSvg.ts';\n${code}`,
        resolveDir: process.cwd(),
      },
      plugins: [ABSENT],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
    });
    return execFileSync(process.execPath, [outfile], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
