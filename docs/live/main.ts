/** Module of each live part, by the `data-live` attribute of its box. */
const MODULES: Readonly<Record<string, () => Promise<{ start(box: HTMLElement): void }>>> = {
  'two-labelings': () => import('./twoLabelings.ts'),
  'scatter-plot': () => import('./scatterPlot.ts'),
  'clustering-report': () => import('./clusteringReport.ts'),
  'classification-report': () => import('./classificationReport.ts'),
};

for (const box of document.querySelectorAll<HTMLElement>('[data-live]')) {
  const { start } = await MODULES[box.dataset['live']!]!();
  start(box);
  box.dataset['ready'] = '';
}
