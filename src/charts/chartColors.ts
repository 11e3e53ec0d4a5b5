interface ChartColors {
  /** Main color of marks. */
  readonly accent: string;
  /** Cells of a heat map; dark text is legible on it. */
  readonly cell: string;
  /** Cells of wrong predictions; dark text is legible on it. */
  readonly error: string;
  /** Lines for comparison. */
  readonly faint: string;
  /** Backgrounds: the range of a score, the rest of a bar. */
  readonly track: string;
  /** Emphasis: an optimum, a mean. */
  readonly highlight: string;
  /** Lines of a chart, distinguishable with color vision deficiency. */
  readonly series: readonly string[];
}

/** Colors of the marks of charts. */
export const chartColors: ChartColors = {
  accent: '#2563a8',
  cell: '#5b9ade',
  error: '#e8964a',
  faint: '#57606a',
  track: '#d5dde6',
  highlight: '#b4540a',
  series: ['#2563a8', '#b4540a', '#1a7f5a', '#8a3ea8', '#7d6000', '#b02a5b'],
};
