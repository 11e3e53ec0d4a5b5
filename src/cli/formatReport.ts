import type { Report } from '../report/document/report.ts';
import { badUsage } from './commandError.ts';

/** Output formats of a report. */
export const REPORT_FORMATS = ['text', 'markdown', 'json', 'html'] as const;

/** Output format of a report. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * Formats a report.
 *
 * @param command - name of the command, for error messages.
 */
export async function formatReport(command: string, report: Report, format: ReportFormat): Promise<string> {
  if (format === 'html') return page(command, report);
  if (format === 'json') return JSON.stringify(report, null, 2);
  return format === 'markdown' ? report.toMarkdown() : report.toString();
}

async function page(command: string, report: Report): Promise<string> {
  try {
    return await report.toHTML();
  } catch (error) {
    const { cause, message } = error as Error;
    if ((cause as NodeJS.ErrnoException | undefined)?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw badUsage(`${command} --format html: ${message}`, { cause });
  }
}
