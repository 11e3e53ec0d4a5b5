import { inputError } from '../../inputs/metricInputError.ts';
import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { CHART_CONFIG, DARK_CHART_RULES } from './chartConfig.ts';
import { escapeHtml } from './escapeHtml.ts';

/** Options for {@link renderSvg}: text for screen readers. */
export interface SvgOptions {
  /** Title of the image. Default: `'Chart'`. */
  readonly title?: string | undefined;
  /** One-sentence description of the image. Default: none. */
  readonly description?: string | undefined;
}

/**
 * Renders a chart as SVG with Vega, in Node or in the browser, without a canvas.
 *
 * The image has a transparent background and follows the color scheme of the page (`prefers-color-scheme`): dark text
 * on a light background, or light text on a dark background.
 *
 * @param chart - a Vega-Lite specification, such as one made by `tfjs-metrics/charts`.
 * @param options - title and description for screen readers.
 * @returns the source of an SVG file, which can also be inlined in HTML.
 * @throws {@link MetricInputError} if `chart` is not a Vega-Lite specification.
 * @throws Error if the package `vega` or `vega-lite` is not installed.
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
 * svg.match(/<title>.*?<.title>/)![0]; // '<title>Cats and dogs</title>'
 * ```
 */
export async function renderSvg(chart: VegaLiteSpec, options?: SvgOptions): Promise<string> {
  const style = `<style>@media (prefers-color-scheme:dark){${DARK_CHART_RULES}}</style>`;
  return (await drawSvg(chart, options)).replace('>', () => `>${style}`);
}

/** ARIA attributes of single marks: screen readers treat the image as a whole. */
const PARTS_FOR_READERS = / (role|aria-[a-z]+|class)="[^"]*"/g;

/** Renders a chart without its own style, for a page whose style sheet contains {@link DARK_CHART_RULES}. */
export async function drawSvg(chart: VegaLiteSpec, { title = 'Chart', description }: SvgOptions = {}): Promise<string> {
  if (typeof chart !== 'object' || typeof (chart as unknown as VegaLiteSpec | null)?.$schema !== 'string') {
    throw inputError('renderSvg', 'a Vega-Lite specification', chart);
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
    // webpack would warn in every project without vega. Other bundlers include the packages if they are installed.
    return {
      vega: await import(/* webpackIgnore: true */ 'vega'),
      vegaLite: await import(/* webpackIgnore: true */ 'vega-lite'),
    };
  } catch (cause) {
    throw new Error(
      'renderSvg: expected the packages vega and vega-lite, got an import error; npm install vega vega-lite, ' +
        'and with webpack, assign the modules to globalThis.vega and globalThis.vegaLite',
      { cause },
    );
  }
}
