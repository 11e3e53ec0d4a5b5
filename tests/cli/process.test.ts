import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { expect, test } from '@jest/globals';
import { builtCommand } from './builtCommand.ts';

const [node, ...command] = builtCommand();

const DIGITS = 'examples/data/digits.csv';
const COLUMNS = ['--x', 'cluster', '--y', 'target', '--estimator', 'discrete'];

interface Started {
  /** File for standard input. */
  readonly input?: string;
  readonly closeOutput?: boolean;
  /** Options of Node.js. */
  readonly options?: readonly string[];
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], { input, closeOutput, options = [] }: Started = {}): Promise<Ended> {
  const child = spawn(node!, [...options, ...command, ...args]);
  let out = '';
  let err = '';
  child.stderr.on('data', (text) => (err += String(text)));
  if (closeOutput) child.stdout.destroy();
  else child.stdout.on('data', (text) => (out += String(text)));
  if (input === undefined) child.stdin.end();
  else createReadStream(input).pipe(child.stdin);
  return new Promise((settle) => child.on('close', (code) => settle({ code, out, err })));
}

test('a separate process reads standard input and exits with code 0', async () => {
  const { code, out, err } = await start(['mi', '-', ...COLUMNS], { input: DIGITS });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^mutual information of cluster and target: 1\.709307 nats\n/);
});

test('a process exits with code 2 for invalid arguments', async () => {
  const { code, out, err } = await start(['mi', DIGITS, '--x', 'clutser', '--y', 'target']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('did you mean "cluster"?');
});

test('a process exits without an error if its reader closes the pipe', async () => {
  const { code, err } = await start(['mi', DIGITS, ...COLUMNS], { closeOutput: true });
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('critics without WebAssembly give an error that names another estimator', async () => {
  const { code, out, err } = await start(['mi', DIGITS, '--x', 'pixel*', '--y', 'target,cluster'], {
    options: ['--jitless'],
  });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('expected WebAssembly to train critics on many columns, got a Node.js without it');
});
