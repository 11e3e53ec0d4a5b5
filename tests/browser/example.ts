import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { openBrowser } from './openBrowser.ts';

const EPOCHS = 6;
/** Number of images held out of training. */
const IMAGES = 450;
const EXAMPLE = 'examples/browser';

/** Built and served page of the example. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the example as users would, and serves it. */
export async function serveExample(): Promise<Site> {
  const outDir = mkdtempSync(join(tmpdir(), 'example-'));
  const configFile = join(EXAMPLE, 'vite.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0 } });
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/**
 * Trains for a task of the page on a backend and returns the problems. Accessibility and layout, which do not depend on
 * the backend, are checked on WebGL.
 */
export function exampleProblems(url: string, backend: string, task: 'sort' | 'classify'): Promise<string[]> {
  return openBrowser(async (context) => {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(`page error: ${message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await page.goto(`${url}?backend=${backend}&task=${task}`);
    await page
      .locator('#epochs tr')
      .nth(EPOCHS - 1)
      .waitFor({ state: 'attached' });
    // If all epochs are over before the click, the button is disabled and ignores it.
    await page.$eval('#train', (button) => {
      (button as HTMLButtonElement).click();
    });
    await page.getByText(/^(Paused|Trained on)/).waitFor();
    problems.push(...(await progressProblems(page)), ...(await chartProblems(page)));
    if (backend !== 'webgl') return problems;
    await page.addScriptTag({ content: axe.source });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) problems.push(`${wide} pixels wide in a window of ${width}`);
        problems.push(...(await axeProblems(page)));
      }
    }
    return problems;
  }, 'software');
}

/** Returns the violations found by all rules of axe. */
async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}

/** Checks that training makes progress and holds no more tensors at the end than after two epochs. */
async function progressProblems(page: Page): Promise<string[]> {
  const epochs = await page.$$eval('#epochs tr', (rows) =>
    rows.map((row) => Array.from(row.children, (cell) => Number(cell.textContent))),
  );
  const [, losses, ...others] = epochs[0]!.map((_, k) => epochs.map((row) => row[k]!));
  const [scores, tensors] = [others.slice(0, -1), others.at(-1)];
  const problems: string[] = [];
  if (!(losses!.at(-1)! < losses![0]!)) problems.push(`losses: ${losses!.join(' ')}`);
  for (const values of scores) {
    const isLearnt = values.at(-1)! > values[0]! && values.at(-1)! > 0.3;
    if (!isLearnt) problems.push(`scores: ${values.join(' ')}`);
  }
  if (tensors!.at(-1) !== tensors![1]) problems.push(`tensors held: ${tensors!.join(' ')}`);
  return problems;
}

/** Checks that curves have a point for each epoch and that the heat map shows all images. */
async function chartProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const epochs = await page.locator('#epochs tr').count();
  const paths = await page.$$eval('#curves path[d]', (all) => all.map((path) => path.getAttribute('d')!));
  const curves = paths.filter((path) => (path.match(/[ML]/g) ?? []).length === epochs);
  if (curves.length !== 3) problems.push(`expected 3 curves of ${epochs} points, got ${curves.length}`);
  const texts = await page.$$eval('#contingency text', (all) => all.map((text) => text.textContent));
  const sum = texts.map(Number).reduce((total, number) => total + (number || 0), 0);
  // The labels of digits and outputs add up to 45 each, or less if an output is not used.
  const [least, most] = [IMAGES + 45, IMAGES + 90];
  if (sum < least || sum > most) problems.push(`the heat map does not show ${IMAGES} images`);
  return problems;
}
