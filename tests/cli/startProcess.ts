import { spawn } from 'node:child_process';
import { builtCommand } from './builtCommand.ts';
import type { Answer } from './commandRun.ts';

const command = builtCommand();

/**
 * Runs the program in a shell, as a separate process.
 *
 * @param script - shell script in which `"$@"` is the call of the program.
 */
export function startProcess(script: string, args: readonly string[]): Promise<Answer> {
  const child = spawn('sh', ['-c', script, 'sh', ...command, ...args]);
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  return new Promise((settle) => child.on('close', (code) => settle({ code: code ?? -1, out, err })));
}
