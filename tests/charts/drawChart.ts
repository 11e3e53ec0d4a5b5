import { View, parse } from 'vega';
import { compile } from 'vega-lite';
import type { VegaLiteSpec } from 'tfjs-metrics/charts';

/** What a chart looks like, and what the library that draws it has to say. */
export interface DrawnChart {
  readonly warnings: readonly string[];
  readonly svg: string;
  /** All texts, in their order. */
  readonly texts: readonly string[];
}

/** Draws a chart as its readers would; a chart must be what JSON can hold. */
export async function drawChart(chart: VegaLiteSpec): Promise<DrawnChart> {
  const warnings: string[] = [];
  const heard = (...messages: unknown[]): unknown => (warnings.push(messages.join(' ')), logger);
  const unheard = (): unknown => logger;
  const logger = { level: unheard, error: heard, warn: heard, info: unheard, debug: unheard };
  const { spec } = compile(JSON.parse(JSON.stringify(chart)) as never, { logger: logger as never });
  const view = new View(parse(spec), { renderer: 'none', logger: logger as never });
  const svg = await view.toSVG();
  view.finalize();
  const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text!);
  return { warnings, svg, texts };
}
