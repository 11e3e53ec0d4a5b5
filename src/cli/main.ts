#!/usr/bin/env node
import { runCommand } from './runCommand.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader closed the pipe early, as in `tfjs-metrics report … | head`.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`tfjs-metrics: cannot write to standard output: ${error.message}\n`);
  process.exit(1);
});
// Messages that cannot be written to standard error are dropped.
process.stderr.on('error', () => undefined);

process.exitCode = await runCommand(process.argv.slice(2), process);
