import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Expected } from './inspectReport.ts';
import { openBrowser } from './openBrowser.ts';
import { reportPages } from './reportPages.ts';

/** Opens each report and looks at it wide, narrow, light, dark and in print; prints all problems and returns true if it is fine. */
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
        const page = await context.newPage();
        const problems = watched(page, pathToFileURL(file).href);
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(inspector.outputFiles[0]!.text);
        for (const [view, { colorScheme, media, width, height }] of Object.entries(VIEWS)) {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme, media });
          // Paper is white.
          const scheme = media === 'print' ? 'light' : colorScheme;
          problems.push(...(await inspect(page, { scheme, pictures })));
          isGood &&= problems.length === 0;
          printProblems(`${name}, ${view}`, problems.splice(0));
        }
        await page.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return isGood;
}

interface View {
  readonly colorScheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
  readonly width: number;
  readonly height: number;
}

const WIDE = { media: 'screen', width: 1280, height: 900 } as const;
const NARROW = { media: 'screen', width: 400, height: 900 } as const;
/** A4 without margins, in pixels. */
const PAPER = { media: 'print', width: 718, height: 1000 } as const;

const VIEWS: Readonly<Record<string, View>> = {
  '1280 wide, light': { ...WIDE, colorScheme: 'light' },
  '1280 wide, dark': { ...WIDE, colorScheme: 'dark' },
  '400 wide, light': { ...NARROW, colorScheme: 'light' },
  '400 wide, dark': { ...NARROW, colorScheme: 'dark' },
  'in print, light': { ...PAPER, colorScheme: 'light' },
  'in print, dark': { ...PAPER, colorScheme: 'dark' },
};

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
