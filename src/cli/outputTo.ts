import { constants, fstatSync, type Stats } from 'node:fs';
import { access, appendFile, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { badData, badUsage } from './commandError.ts';
import type { CommandStreams } from './commandStreams.ts';
import { printable } from './printable.ts';
import { replaceFile } from './replaceFile.ts';

/** Maximum number of symbolic links to follow, as on Linux. */
const MAX_LINKS = 40;

/** Folders of file descriptors, to which `/dev/stdout` links. */
const DESCRIPTORS = /^(\/proc\/.+|\/dev)\/fd$/;

/** Writes the result of a command. */
type WriteResult = (text: string) => Promise<void>;

/**
 * Prepares the output of a command: standard output or the file given by `--out`. Regular files are replaced
 * atomically; devices, pipes and file descriptors are written directly.
 *
 * @throws {@link CommandError} if the file cannot be written or is one of the inputs.
 */
export async function outputTo(
  out: string | undefined,
  inputs: readonly string[],
  { stdin, stdout, stderr }: CommandStreams,
): Promise<WriteResult> {
  const print: WriteResult = async (text) => void stdout.write(`${text}\n`);
  if (out === undefined) return print;
  const name = printable(out, 200);
  const refused = (cause: unknown): Error =>
    badData(`cannot write ${name}: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause });
  let path: string;
  let existing: Stats | undefined;
  try {
    path = await followLinks(out);
    existing = await statOf(path);
    if (existing?.isFile() === true) await access(path, constants.W_OK);
  } catch (cause) {
    throw refused(cause);
  }
  if (existing?.isDirectory() === true) throw badUsage(`--out ${name}: expected a file, got a folder`);
  const isDescriptor = DESCRIPTORS.test(dirname(path));
  const isRegular = !isDescriptor && (existing?.isFile() ?? true);
  if (isRegular && existing) await refuseInputs(name, existing, inputs, stdin);
  const isStdout = isDescriptor && basename(path) === '1';
  const write = async (text: string): Promise<void> => {
    if (isStdout) return print(text);
    const line = `${text}\n`;
    return isRegular ? replaceFile(path, line, existing) : appendFile(path, line);
  };
  return async (text) => {
    try {
      await write(text);
    } catch (cause) {
      throw refused(cause);
    }
    stderr.write(`wrote ${name}\n`);
  };
}

/** Resolves symbolic links; the file need not exist. */
async function followLinks(out: string): Promise<string> {
  let path = resolve(out);
  for (let links = 0; links <= MAX_LINKS; links++) {
    const folder = await realpath(dirname(path));
    path = join(folder, basename(path));
    if (DESCRIPTORS.test(folder)) return path;
    if (!(await isLink(path))) return path;
    path = resolve(folder, await readlink(path));
  }
  throw new Error('too many symbolic links');
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    return absent(error) ?? false;
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    return absent(error);
  }
}

/** Returns undefined if a file does not exist; rethrows other errors. */
function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** Throws if the output is an input file: by name, through a link, or as standard input. */
async function refuseInputs(
  name: string,
  output: Stats,
  inputs: readonly string[],
  stdin: NodeJS.ReadableStream & { readonly fd?: number },
): Promise<void> {
  for (const input of inputs) {
    const isStdin = input === '-';
    if (isStdin && stdin.fd === undefined) continue;
    const read = isStdin ? fstatSync(stdin.fd!) : await statOf(input);
    if (read?.dev !== output.dev || read.ino !== output.ino) continue;
    const which = isStdin ? 'standard input' : printable(input, 200);
    throw badUsage(`--out ${name}: expected a file that is not an input, got ${which}`);
  }
}

function reasonOf({ code, message, syscall, path }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' && syscall === 'realpath') return `its folder does not exist (${path})`;
  const isCreation = syscall === 'open' && path !== undefined && path.endsWith('.tmp');
  return isCreation ? `cannot create a file in its folder (${code ?? message})` : message;
}
