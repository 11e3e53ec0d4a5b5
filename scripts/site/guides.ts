/** A guide, docs/NAME.md, and the pages that go into its details. */
export interface Guide {
  readonly name: string;
  readonly details?: readonly string[];
}

/** Guides in the order of the site. To add one, write docs/NAME.md and list it here. */
export const GUIDES: readonly Guide[] = [
  { name: 'get-started', details: ['all-metrics'] },
  { name: 'evaluate-a-classifier' },
  { name: 'evaluate-a-clustering', details: ['how-scores-behave'] },
  { name: 'evaluate-a-regression' },
  { name: 'evaluate-a-ranking' },
  { name: 'train-with-mutual-information' },
  { name: 'estimate-mutual-information', details: ['variational-bounds'] },
  { name: 'streaming-and-workers', details: ['snapshots'] },
  { name: 'sql' },
  { name: 'reports-and-cli', details: ['command-line', 'charts'] },
  { name: 'write-a-metric' },
  { name: 'coming-from-torchmetrics' },
  { name: 'coming-from-scikit-learn' },
  { name: 'coming-from-keras' },
  { name: 'coming-from-npeet' },
  { name: 'coming-from-kornia-and-monai' },
];

/** Pages with controls, docs/live/NAME.md, in the order of the site. */
export const LIVE_PAGES: readonly string[] = [
  'two-labelings',
  'scatter-plot',
  'clustering-report',
  'classification-report',
];

/** Files of all pages that are written by hand. */
export const DOCUMENTS: readonly string[] = [
  ...GUIDES.flatMap(({ name, details = [] }) => [name, ...details]).map((name) => `docs/${name}.md`),
  ...LIVE_PAGES.map((name) => `docs/live/${name}.md`),
];
