import type { ChartedScore } from '../../charts/scoreParts.ts';

/** Contents that all reports have. */
export interface ReportFacts {
  /** Title of the report. */
  readonly title: string;
  /** Scores with their ranges and, if known, 95 % confidence intervals and values expected by chance. */
  readonly scores: readonly ChartedScore[];
  /** Warnings, as sentences. */
  readonly warnings: readonly string[];
  /** Sentences on how the numbers were computed. */
  readonly notes: readonly string[];
}
