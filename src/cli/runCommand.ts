import { CommanderError } from 'commander';
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { Writable } from 'node:stream';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { CommandError } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { makeProgram } from './makeProgram.ts';
import type { TerminalLike } from './files/progress.ts';
import { escapeControls } from './printable.ts';

/**
 * Runs the command line once.
 *
 * @param args - arguments after the name of the program.
 * @returns the exit code: 0 for success, 1 for invalid data, 2 for invalid arguments.
 */
export async function runCommand(
  args: readonly string[],
  { stdin, stdout, stderr }: CommandStreams,
): Promise<0 | 1 | 2> {
  const streams = { stdin, stdout: escapedStream(stdout), stderr: escapedStream(stderr) };
  try {
    await makeProgram(await ownVersion(), streams).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    streams.stderr.write(`tfjs-metrics: ${isExpected(error) ? error.message : inspect(error)}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

/** Returns true for errors caused by data or files; any other error is a bug and is printed with its stack. */
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

/**
 * Wraps a stream so that untrusted text cannot control the terminal: control characters, except line feeds and tabs,
 * are written as escapes such as `\u001b`.
 */
function escapedStream(terminal: TerminalLike): TerminalLike {
  const escaped = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      // Does not wait for the terminal, which reports its own errors.
      terminal.write(escapeControls(text));
      done();
    },
  });
  return Object.assign(escaped, { isTTY: terminal.isTTY === true, terminal });
}
