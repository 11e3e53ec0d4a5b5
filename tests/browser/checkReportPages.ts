import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Expected } from './inspectReport.ts';
import { openBrowser } from './openBrowser.ts';
import { reportPages } from './reportPages.ts';

/** Opens each report wide, narrow, light, dark and in print; prints all problems and returns true if it is fine. */
export async function checkReportPages(): Promise<boolean> {
  const inspector = await build({
    entryPoints: ['tests/browser/inspectReport.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  const file = join(folder, 'report.html');
  const reports = await reportPages();
  let isGood = true;
  try {
    await openBrowser(async (context) => {
      for (const { name, html, pictures } of reports) {
        writeFileSync(file, html);
        for (const [width, scheme] of VIEWS) {
          const page = await context.newPage();
          await page.setViewportSize({ width, height: 900 });
          const problems = watched(page, pathToFileURL(file).href);
          await page.emulateMedia({ colorScheme: scheme });
          await page.goto(pathToFileURL(file).href);
          await page.evaluate(inspector.outputFiles[0]!.text);
          problems.push(...(await inspect(page, { scheme, pictures })));
          await page.emulateMedia({ colorScheme: scheme, media: 'print' });
          await page.setViewportSize(PAPER);
          problems.push(...(await inspect(page, { scheme: 'light', pictures })));
          await page.close();
          printProblems(`${name}, ${width} wide, ${scheme}`, problems);
          isGood &&= problems.length === 0;
        }
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return isGood;
}

/** Width of A4 without margins, in pixels. */
const PAPER = { width: 718, height: 1000 };

const VIEWS = [
  [1280, 'light'],
  [1280, 'dark'],
  [400, 'light'],
  [400, 'dark'],
] as const;

/** Returns a list to which errors, console messages and external requests of a page are added. */
function watched(page: Page, address: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address) problems.push(`request: ${request.url()}`);
  });
  return problems;
}

function inspect(page: Page, expected: Expected): Promise<string[]> {
  return page.evaluate((given) => {
    const inside = globalThis as unknown as { inspectReport(of: unknown): Promise<string[]> };
    return inside.inspectReport(given);
  }, expected);
}

function printProblems(view: string, problems: readonly string[]): void {
  console.log(`  ${problems.length === 0 ? 'ok    ' : 'FAILED'} ${view}`);
  for (const problem of problems) console.log(`         ${problem.slice(0, 500)}`);
}
