import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Contender, Timed } from './timing.ts';

/** Input of a peer: a number, an array (passed as a file with the same bytes) or the name of a CSV file. */
export type PeerInput = number | string | Int32Array | Float32Array | Float64Array;

/** Program that answers each line `run calls input...` with a line of JSON, {@link Timed}. */
interface PeerProcess {
  ask(line: string): Promise<Timed>;
}

/** Starts a program on first use and reuses it; returns a string with the reason if it is missing. */
type PeerProgram = () => Promise<PeerProcess | string>;

const PEERS = resolve('bench/peers');
const EXTENSIONS = new Map<unknown, string>([
  [Int32Array, 'i32'],
  [Float32Array, 'f32'],
  [Float64Array, 'f64'],
]);

let madeDirectory: string | undefined;
const children: ChildProcessWithoutNullStreams[] = [];
const files = new Map<PeerInput, string>();

/** Versions of all started peers, as they report them. */
export const peerVersions: Set<string> = new Set<string>();

/** Ends all peers and removes their input files. */
export function closePeers(): void {
  for (const child of children) child.kill();
  if (madeDirectory !== undefined) rmSync(madeDirectory, { recursive: true, force: true });
}

/**
 * Creates a contender in another process.
 *
 * @param name - the printed name.
 * @param program - the result of {@link python} or {@link compiled}.
 * @param run - the name of the function to time.
 * @param inputs - selects the arguments of that function from the input of the case.
 */
export function peer<Given>(
  name: string,
  program: PeerProgram,
  run: string,
  inputs: (given: Given) => readonly PeerInput[],
): Contender<Given> {
  return {
    name,
    start: async (given) => {
      const process = await program();
      if (typeof process === 'string') return process;
      const words = inputs(given).map(wordOf);
      return (calls) => process.ask([run, calls, ...words].join(' '));
    },
  };
}

/** Returns a script in bench/peers, run by the first Python that has its imports. */
export function python(script: string): PeerProgram {
  return once(async () => {
    let reason = '';
    // The system's Python first: package managers install scikit-learn there.
    for (const command of ['/usr/bin/python3', 'python3']) {
      const process = await startPeer(command, ['-B', join(PEERS, script)]);
      if (typeof process !== 'string') return process;
      reason ||= process;
    }
    return reason;
  });
}

/** Returns a C program in bench/peers, compiled with optimisation. */
export function compiled(source: string): PeerProgram {
  return once(async () => {
    const program = join(directory(), source.replace(/\.c$/, ''));
    const options = ['-O3', '-march=native', '-o', program, join(PEERS, source), '-lm'];
    const { status, error, stderr } = spawnSync('gcc', options, { encoding: 'utf8' });
    if (status !== 0) return error ? error.message : lastLine(stderr);
    return startPeer(program, []);
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function startPeer(command: string, args: string[]): Promise<PeerProcess | string> {
  const child = spawn(command, args, { cwd: directory() });
  children.push(child);
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  child.on('error', (error) => (complaint += error.message));
  const ended = new Promise((settle) => child.on('close', settle));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const readLine = async (): Promise<string | undefined> => {
    const { done, value } = (await lines.next()) as IteratorResult<string, undefined>;
    if (done) await ended;
    return value;
  };
  const version = await readLine();
  if (version === undefined) return lastLine(complaint);
  peerVersions.add(version);
  const ask = async (line: string): Promise<Timed> => {
    child.stdin.write(`${line}\n`);
    const answer = await readLine();
    if (answer === undefined) throw new Error(lastLine(complaint));
    return JSON.parse(answer) as Timed;
  };
  return { ask };
}

/** Returns the working directory of peers, with their inputs. */
function directory(): string {
  return (madeDirectory ??= mkdtempSync(join(tmpdir(), 'bench-')));
}

/** Formats an input as a word: a number or name unchanged, an array as the name of a file with its values. */
function wordOf(input: PeerInput): string {
  if (typeof input === 'number' || typeof input === 'string') return String(input);
  const known = files.get(input);
  if (known !== undefined) return known;
  const file = `input${files.size}.${EXTENSIONS.get(input.constructor)!}`;
  writeFileSync(join(directory(), file), input);
  files.set(input, file);
  return file;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
