#!/usr/bin/env node
import { runCommand } from './runCommand.ts';

// Who reads our output may have seen enough: `tfjs-metrics report … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), process);
