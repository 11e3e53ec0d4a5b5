import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { VegaLiteSpec } from '../charts/vegaLiteSpec.ts';
import { CHART_CONFIG, DARK_CHART_RULES } from './chartConfig.ts';
import { escapeHtml } from './escapeHtml.ts';

/** What a picture tells those who can't see it. */
export interface SvgOptions {
  /** What it shows, in a few words; `'Chart'` when left out. */
  readonly title?: string | undefined;
  /** What there is to be seen in it, in a sentence. */
  readonly description?: string | undefined;
}

/**
 * Draws a chart as SVG, in Node and in the browser alike, by Vega, without a canvas.
 *
 * The picture is transparent and takes the colours that its reader prefers: dark ink d on light ground, or light ink on
 * dark ground (`prefers-color-scheme`).
 *
 * @param chart - a Vega-Lite specification, such as one made by `tfjs-metrics/charts`.
 * @param options - title and description for those who can't see the picture.
 * @returns the text of an SVG file, which can stand in a page too.
 * @throws {@link MetricInputError} when it is no specification; an error that says what to install when `vega` or
 * `vega-lite` is missing.
 * @see https://vega.github.io/vega/docs/api/view/#view_toSVG
 *
 * @example
 * ```ts
 * import { AdjustedRandScore } from 'tfjs-metrics';
 * import { metricChart } from 'tfjs-metrics/charts';
 * import { renderSvg } from 'tfjs-metrics/report';
 *
 * const metric = new AdjustedRandScore();
 * metric.update([0, 0, 1, 1], ['cat', 'cat', 'dog', 'dog']);
 * const svg = await renderSvg(metricChart(metric), { title: 'Cats and dogs' });
 * svg.includes('<title>Cats and dogs</title>'); // true
 * ```
 */
export async function renderSvg(chart: VegaLiteSpec, options?: SvgOptions): Promise<string> {
  const style = `<style>@media (prefers-color-scheme:dark){${DARK_CHART_RULES}}</style>`;
  return (await drawSvg(chart, options)).replace('>', () => `>${style}`);
}

/** Roles and words for each mark: the picture is read aloud as one. */
const PARTS_FOR_READERS = / (role|aria-[a-z]+|class)="[^"]*"/g;

/** The same for a page whose style sheet holds the rules of dark colours. */
export async function drawSvg(chart: VegaLiteSpec, { title = 'Chart', description }: SvgOptions = {}): Promise<string> {
  if (typeof chart !== 'object' || typeof (chart as unknown as VegaLiteSpec | null)?.$schema !== 'string') {
    throw new MetricInputError(`renderSvg: expected a Vega-Lite specification, got ${describeValue(chart)}`);
  }
  const { vega, vegaLite } = await loadVega();
  const { spec } = vegaLite.compile(chart as never, { config: CHART_CONFIG as never });
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  try {
    const words = [
      `<title>${escapeHtml(title)}</title>`,
      ...(description === undefined ? [] : [`<desc>${escapeHtml(description)}</desc>`]),
    ];
    return (await view.toSVG())
      .replace(/<[^>]+>/g, (tag) => tag.replace(PARTS_FOR_READERS, ''))
      .replace('<svg ', '<svg role="img" ')
      .replace('>', () => `>${words.join('')}`);
  } finally {
    view.finalize();
  }
}

interface VegaModules {
  readonly vega: typeof import('vega');
  readonly vegaLite: typeof import('vega-lite');
}

/** Returns the globals that Vega's scripts set in a page, or imports the packages. */
async function loadVega(): Promise<VegaModules> {
  const { vega, vegaLite } = globalThis as Partial<VegaModules>;
  if (vega && vegaLite) return { vega, vegaLite };
  try {
    // webpack would warn in each project that has no vega. Other bundlers include what is installed.
    return {
      vega: await import(/* webpackIgnore: true */ 'vega'),
      vegaLite: await import(/* webpackIgnore: true */ 'vega-lite'),
    };
  } catch (cause) {
    throw new Error(
      'Charts are drawn by vega and vega-lite: npm install vega vega-lite; ' +
        'with webpack, assign the modules to globalThis.vega and globalThis.vegaLite too',
      { cause },
    );
  }
}
