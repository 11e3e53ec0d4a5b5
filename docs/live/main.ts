/** What fills a box of a page, by the name in its `data-live`. */
const MODULES: Readonly<Record<string, () => Promise<{ start(box: HTMLElement): void }>>> = {
  'two-labelings': () => import('./twoLabelings.ts'),
  'scatter-plot': () => import('./scatterPlot.ts'),
  'clustering-report': () => import('./clusteringReport.ts'),
};

for (const box of document.querySelectorAll<HTMLElement>('[data-live]')) {
  const { start } = await MODULES[box.dataset['live']!]!();
  start(box);
  box.dataset['ready'] = '';
}
