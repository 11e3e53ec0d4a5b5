import { countOf } from '../../inputs/countOf.ts';
import { countText } from '../document/countText.ts';
import type { ReportFacts } from './reportFacts.ts';

/** Formats the numbers of samples, clusters and classes. */
export function sizesText({
  samples,
  clusters,
  classes,
}: Pick<ReportFacts, 'samples' | 'clusters' | 'classes'>): string {
  const sized = (count: number, one: string, many?: string): string => countOf(count, one, many, countText(count));
  return [
    sized(samples, 'sample'),
    sized(clusters.length, 'cluster'),
    ...(classes.length === 0 ? [] : [sized(classes.length, 'class', 'classes')]),
  ].join(', ');
}
