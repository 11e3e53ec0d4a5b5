import { regressionReport } from '../report/regression/regressionReport.ts';
import type { CommandStreams } from './commandStreams.ts';
import { readNumberColumns } from './files/readNumberColumns.ts';
import { withTable, type ReadOptions } from './files/withTable.ts';
import { formatReport, type ReportFormat } from './formatReport.ts';
import { requireDifferent } from './requireDifferent.ts';

/** Options for `tfjs-metrics regress`. */
interface RegressOptions extends ReadOptions {
  readonly target: string;
  readonly preds: string;
  /** Column that names the worst rows. Default: the numbers of the rows. */
  readonly names?: string | undefined;
  readonly worst: number;
  readonly dropMissing: boolean;
  readonly title?: string | undefined;
  readonly format: ReportFormat;
}

/** Runs `tfjs-metrics regress`: reports scores, confidence intervals and residuals of a regression. */
export async function regressCommand(path: string, options: RegressOptions, streams: CommandStreams): Promise<string> {
  const { target, preds, worst, title, format } = options;
  requireDifferent('regress', preds, target);
  const { columns, names, leftOut } = await withTable(path, options, streams, (file) =>
    readNumberColumns(file, [preds, target], options),
  );
  const [predicted, truth] = columns as [Float64Array, Float64Array];
  const report = regressionReport({ preds: predicted, target: truth, names, worst, title, leftOut });
  return formatReport('regress', report, format);
}
