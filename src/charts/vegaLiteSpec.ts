/** What JSON can hold. */
export type JsonValue =
  string | number | boolean | null | undefined | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A part of a chart: plain JSON. */
export type ChartPart = Readonly<Record<string, JsonValue>>;

/**
 * A chart as a Vega-Lite 6 specification: plain JSON, for `vega-embed`, for a notebook, or for
 * `renderSvg`. Where a library asks for a type of its own, as `vega-embed` does, cast it.
 */
export interface VegaLiteSpec extends ChartPart {
  /** Which grammar the rest is written in. */
  readonly $schema: string;
}

/** One chart, or several below each other. */
export function stackCharts(parts: readonly ChartPart[], heading: ChartPart = {}): VegaLiteSpec {
  const apart = { color: 'independent' };
  const body = parts.length === 1 ? parts[0] : { vconcat: parts, resolve: { scale: apart, legend: apart } };
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', ...heading, ...body };
}
