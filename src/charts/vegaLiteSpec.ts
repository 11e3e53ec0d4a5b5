/** A JSON value. */
export type JsonValue =
  string | number | boolean | null | undefined | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Part of a Vega-Lite specification: plain JSON. */
export type ChartPart = Readonly<Record<string, JsonValue>>;

/**
 * Vega-Lite 6 specification of a chart: plain JSON for `vega-embed`, notebooks or `renderSvg`. Libraries with their
 * own stricter type, such as `vega-embed`, need a cast in TypeScript.
 */
export interface VegaLiteSpec extends ChartPart {
  /** URL of the JSON schema. */
  readonly $schema: string;
}

/** Creates a specification of one chart, or of several stacked vertically. */
export function stackCharts(parts: readonly ChartPart[], heading: ChartPart = {}): VegaLiteSpec {
  const apart = { color: 'independent' };
  const body = parts.length === 1 ? parts[0] : { vconcat: parts, resolve: { scale: apart, legend: apart } };
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', ...heading, ...body };
}
