import { spawn } from 'node:child_process';
import type { Answer } from './commandRun.ts';

/**
 * Runs the command line as a process of its own in a shell.
 *
 * @param script - what the shell runs, with the call of the command line as `"$@"`.
 */
export function startProcess(script: string, args: readonly string[]): Promise<Answer> {
  const call = [process.execPath, '--import', 'tsx', 'src/cli/main.ts', ...args];
  const child = spawn('sh', ['-c', script, 'sh', ...call]);
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  return new Promise((settle) => child.on('close', (code) => settle({ code: code ?? -1, out, err })));
}
