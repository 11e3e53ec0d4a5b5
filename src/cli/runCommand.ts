import { CommanderError } from 'commander';
import { readFile } from 'node:fs/promises';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { CommandError } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { makeProgram } from './program.ts';

/**
 * Runs the command line once.
 *
 * @param args - what stands after the name of the command.
 * @returns the exit code: 0 fine, 1 bad data, 2 bad usage.
 */
export async function runCommand(
  args: readonly string[],
  streams: CommandStreams,
): Promise<0 | 1 | 2> {
  try {
    await makeProgram(await ownVersion(), streams).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isExpected(error)) throw error;
    streams.stderr.write(`tfjs-metrics: ${error.message}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

/** What the data or the files are to blame for; all else is a fault of ours, and shows where it is. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof CommandError ||
    error instanceof MetricInputError ||
    error instanceof MetricStateError ||
    (error instanceof Error && 'syscall' in error)
  );
}

async function ownVersion(): Promise<string> {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
