import { View, parse } from 'vega';
import { compile } from 'vega-lite';
import type { VegaLiteSpec } from 'tfjs-metrics/charts';

/** Rendered chart, with the warnings of the library. */
export interface DrawnChart {
  readonly warnings: readonly string[];
  readonly svg: string;
  /** All text elements, in document order. */
  readonly texts: readonly string[];
}

/** Renders a chart after a round trip through JSON. */
export async function drawChart(chart: VegaLiteSpec): Promise<DrawnChart> {
  const warnings: string[] = [];
  const record = (...messages: unknown[]): unknown => (warnings.push(messages.join(' ')), logger);
  const ignore = (): unknown => logger;
  const logger = { level: ignore, error: record, warn: record, info: ignore, debug: ignore };
  const { spec } = compile(JSON.parse(JSON.stringify(chart)) as never, { logger: logger as never });
  const view = new View(parse(spec), { renderer: 'none', logger: logger as never });
  const svg = await view.toSVG();
  view.finalize();
  const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text!);
  return { warnings, svg, texts };
}
