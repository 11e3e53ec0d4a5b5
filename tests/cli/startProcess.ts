import { spawn } from 'node:child_process';
import type { Answer } from './commandRun.ts';

/**
 * Runs the program in a shell, as a separate process.
 *
 * @param script - shell script in which `"$@"` is the call of the program.
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
