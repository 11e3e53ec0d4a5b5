import { inputError } from '../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { countCheck, numberCheck, textCheck } from '../../inputs/options/optionCheck.ts';
import { checkItems, NUMBERS, TEXT } from '../checkItems.ts';

/** Options for charts of curves. */
export interface CurveChartOptions {
  /** Title of the chart. Default: depends on the chart. */
  readonly title?: string | undefined;
  /** Maximum number of curves. If there are more, the first ones are drawn. Default: 6. */
  readonly most?: number | undefined;
  /** Threshold whose point is marked on each curve. Default: none. */
  readonly threshold?: number | undefined;
}

/** A curve with its name. */
export type NamedCurve<Curve> = Curve & {
  /** Name in the legend. */
  readonly name: string;
};

/** One curve, or a list of curves with their names. */
export type NamedCurves<Curve> = Curve | readonly NamedCurve<Curve>[];

/** Reads {@link CurveChartOptions}. */
export const curveChartOptions: OptionsReader<CurveChartOptions> = /* @__PURE__ */ defineOptions(
  'CurveChartOptions',
  () => ({ title: textCheck(), most: countCheck(), threshold: numberCheck() }),
);

/**
 * Returns the curves of a chart; a single curve is named `title`.
 *
 * @param fields - names of the arrays of a curve.
 * @throws {@link MetricInputError} if a curve has no such arrays, or two of `equal` differ in length.
 */
export function readCurves<Curve extends object>(
  owner: string,
  curves: NamedCurves<Curve>,
  { title, fields, equal }: { title: string; fields: readonly (keyof Curve & string)[]; equal: readonly string[] },
): readonly NamedCurve<Curve>[] {
  const isOne = typeof curves === 'object' && curves !== null && !Array.isArray(curves);
  const items = (isOne ? [{ name: title, ...curves }] : curves) as readonly NamedCurve<Curve>[];
  checkItems(owner, items, { name: TEXT, ...Object.fromEntries(fields.map((field) => [field, NUMBERS])) });
  items.forEach((item, k) => {
    const lengths = equal.map((field) => (item as unknown as Record<string, ArrayLike<number>>)[field]!.length);
    const other = lengths.findIndex((length) => length !== lengths[0]);
    if (other < 0) return;
    throw inputError(`${owner}: "${equal[other]!}" of item ${k}`, `${lengths[0]!} numbers`, lengths[other]!);
  });
  return items;
}
