import type { ReportDocument } from './reportDocument.ts';
import type { ReportTable } from './reportTable.ts';

/** Returns the tables of a report that text shows, in order, without empty ones. */
export function tablesOf({ sections }: ReportDocument): ReportTable[] {
  return sections
    .flatMap(({ parts }) => parts)
    .filter((part) => 'rows' in part)
    .filter(({ rows, medium }) => rows.length > 0 && medium !== 'page');
}
