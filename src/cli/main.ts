#!/usr/bin/env node
import { runCommand } from './runCommand.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough closes the pipe: `tfjs-metrics report … | head`.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`tfjs-metrics: can't write to standard output: ${error.message}\n`);
  process.exit(1);
});
// Messages that cannot be written are dropped: there is no other place for them.
process.stderr.on('error', () => undefined);

process.exitCode = await runCommand(process.argv.slice(2), process);
