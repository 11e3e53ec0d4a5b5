import { sizedText } from '../document/countText.ts';
import type { ReportFacts } from './reportFacts.ts';

/** Formats the numbers of samples, clusters and classes. */
export function sizesText({
  samples,
  clusters,
  classes,
}: Pick<ReportFacts, 'samples' | 'clusters' | 'classes'>): string {
  return [
    sizedText(samples, 'sample'),
    sizedText(clusters.length, 'cluster'),
    ...(classes.length === 0 ? [] : [sizedText(classes.length, 'class', 'classes')]),
  ].join(', ');
}
