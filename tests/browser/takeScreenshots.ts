// Takes the screenshots of a report for the docs: npx tsx tests/browser/takeScreenshots.ts
import { openBrowser } from './openBrowser.ts';
import { reportPages } from './reportPages.ts';

const [digits] = await reportPages();
await openBrowser(async (context) => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 2380 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setContent(digits!.html);
    await page.screenshot({ path: `docs/images/clustering-report-${colorScheme}.png` });
  }
});
