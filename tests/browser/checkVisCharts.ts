import { resolve } from 'node:path';
import { build } from 'esbuild';
import { openBrowser } from './openBrowser.ts';
import type { DrawnOnCanvas } from './visPage.ts';

const WORDS: Record<string, readonly string[]> = {
  heatMap: ['animal', 'cluster', 'cat', 'dog', '0', '1', '2'],
  lineChart: ['epoch', 'value', 'nmi', 'ari'],
};

/** Draws charts with tfjs-vis; prints what is missing and returns whether nothing is. */
export async function checkVisCharts(): Promise<boolean> {
  const { outputFiles } = await build({
    entryPoints: ['tests/browser/visPage.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    alias: {
      'tfjs-metrics/charts': resolve('src/charts/index.ts'),
      'tfjs-metrics': resolve('src/index.ts'),
    },
    logLevel: 'error',
  });
  return openBrowser(async (context) => {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    await page.setContent('<!doctype html><title>tfjs-vis</title>');
    await page.addScriptTag({ content: outputFiles[0]!.text });
    const drawn = await page.evaluate(() => {
      const inside = globalThis as unknown as {
        drawAll(): Promise<Record<string, DrawnOnCanvas>>;
      };
      return inside.drawAll();
    });
    for (const [chart, expected] of Object.entries(WORDS)) {
      const { words, colors } = drawn[chart]!;
      const missing = expected.filter((word) => !words.includes(word));
      if (missing.length > 0) problems.push(`${chart} lacks ${missing.join(', ')}`);
      if (colors < 5) problems.push(`${chart} has ${colors} colours`);
    }
    console.log(`  ${problems.length === 0 ? 'ok    ' : 'FAILED'} a heat map and a line chart`);
    for (const problem of problems) console.log(`         ${problem}`);
    return problems.length === 0;
  });
}
