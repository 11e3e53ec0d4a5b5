// Checks the documentation site in Chromium, after npm run docs: npm run test:site
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../browser/openBrowser.ts';
import { brokenLinks, pagesOf } from './brokenLinks.ts';
import { LIVE_CHECKS } from './livePages.ts';
import { hiddenContents } from './pageContents.ts';
import { serveSite } from './serveSite.ts';

const SITE = 'docs/api';
const WIDTHS = [390, 1280];
/** The first results of a search. */
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  accuracy: ['accuracy'],
  auc: ['auroc'],
  chance: ['adjustedMutualInfoScore'],
  ci: ['bootstrapInterval'],
  'confusion matrix': ['confusionMatrix', 'ConfusionMatrix'],
  entropy: ['entropyScore'],
  confidence: ['bootstrapInterval'],
  f1: ['f1Score', 'F1Score'],
  'f1 score': ['f1Score', 'F1Score'],
  kappa: ['cohenKappa'],
  mcc: ['matthewsCorrCoef'],
  merge: ['Streaming and workers'],
  'mutual information': ['mutualInfoScore'],
  nmi: ['normalizedMutualInfoScore'],
  'precision recall curve': ['precisionRecallCurve', 'PrecisionRecallCurve'],
  'rand index': ['randScore'],
  roc: ['rocCurve', 'RocCurve'],
  silhouette: ['silhouetteScore'],
};

const pages = pagesOf(SITE);
const documents = pages.filter((page) => page.startsWith('documents/'));
/** Pages of each kind, which axe looks at too. */
const KINDS = [
  'index.html',
  'documents/Evaluate_a_clustering.html',
  'functions/adjustedMutualInfoScore.html',
  'classes/AdjustedRandScore.html',
  ...Object.keys(LIVE_CHECKS),
];
const looked = [...new Set([...KINDS, 'modules.html', ...documents, 'interfaces/ClusteringReportOptions.html'])];

let isGood = true;
function report(name: string, problems: readonly string[]): void {
  isGood &&= problems.length === 0;
  console.log(`  ${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems.slice(0, 30)) console.log(`         ${problem.slice(0, 500)}`);
}

report(`links of ${pages.length} pages`, brokenLinks(SITE));
report('contents of pages', hiddenContents(SITE));
const site = await serveSite(SITE);
await openBrowser(async (context) => {
  for (const width of WIDTHS) {
    report(`${looked.length} pages at ${width} px`, await problemsOf(context, looked, width));
  }
  report('search', await searchProblems(context));
});
report(`width of ${pages.length} pages at 390 px`, await widePages());
site.close();
if (!isGood) process.exit(1);

/** Errors in the console, findings of axe, pages that are too wide, and wrong values of live parts. */
async function problemsOf(context: BrowserContext, of: readonly string[], width: number): Promise<string[]> {
  const problems: string[] = [];
  for (const path of of) {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
    await page.emulateMedia({ colorScheme: width === 390 ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url + path);
    await page.waitForSelector('#tsd-nav-container details', { state: 'attached' });
    const live = LIVE_CHECKS[path];
    if (live) await page.waitForSelector('.live[data-ready]');
    if (KINDS.includes(path)) problems.push(...(await seriousFindings(page)).map((finding) => `${path}: ${finding}`));
    if (await isTooWide(page)) problems.push(`${path}: wider than ${width} px`);
    problems.push(...(await hiddenParts(page, width)).map((problem) => `${path}: ${problem}`));
    if (live) problems.push(...(await live(page)).map((problem) => `${path}: ${problem}`));
    await page.close();
  }
  return problems;
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: [['iframe']] }, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Outputs of examples that a phone hides, and columns of tables that a screen hides. */
async function hiddenParts(page: Page, width: number): Promise<string[]> {
  const selector = width === 390 ? 'pre > code.ts' : '.tsd-typography .table-scroll';
  return page.evaluate(
    (of) =>
      [...document.querySelectorAll(of)]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => `continues beyond its edge: ${textContent.trim().slice(0, 60)}`),
    selector,
  );
}

async function searchProblems(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${site.url}index.html`);
  await page.click('#tsd-search-trigger');
  const problems: string[] = [];
  for (const [words, names] of Object.entries(SEARCHES)) {
    await page.fill('#tsd-search-input', words);
    for (const [i, name] of names.entries()) {
      // TypeDoc shows the results of the previous words until it has those of the new ones.
      const result = page.locator(`#tsd-search-results li:nth-child(${i + 1})`, {
        hasText: new RegExp(`^\\s*${name}$`),
      });
      await result.waitFor({ timeout: 20_000 }).catch(async () => {
        const shown = await page.locator('#tsd-search-results li').allTextContents();
        problems.push(`"${words}": expected ${name} as result ${i + 1}, got ${shown.slice(0, 3).join(', ')}`);
      });
    }
  }
  await page.close();
  return problems;
}

/**
 * Pages that scroll sideways on a phone, or have style sheets of their own. One page shows the bodies of all in turn,
 * which takes a fifth of the time of loading them; without scripts, which show the same.
 */
async function widePages(): Promise<string[]> {
  return openBrowser(async (context) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.route(/\.(?:js|png|svg)$/, (route) => route.abort());
    await page.goto(`${site.url}index.html`);
    const wide: string[] = [];
    for (const path of pages) {
      if (!(await showBody(page, site.url + path))) wide.push(`${path}: other style sheets`);
      if (await isTooWide(page)) wide.push(path);
    }
    return wide;
  });
}

/** Replaces the body of the open page with that of another; returns whether both have the same style sheets. */
function showBody(page: Page, url: string): Promise<boolean> {
  return page.evaluate(async (address) => {
    const text = await (await fetch(address)).text();
    const { body, head } = new DOMParser().parseFromString(text, 'text/html');
    const [expected, found] = [document.head, head].map((part) =>
      Array.from(
        part.querySelectorAll('link[rel=stylesheet], style'),
        (sheet) => sheet.getAttribute('href')?.replace(/^.*\//, '') ?? sheet.textContent,
      ).join('\n'),
    );
    body.style.removeProperty('display');
    document.body.replaceWith(body);
    return found === expected;
  }, url);
}
