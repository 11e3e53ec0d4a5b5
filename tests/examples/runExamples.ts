import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deserialize } from 'node:v8';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { packageEntries } from '../../scripts/build/packageEntries.ts';
import type { ExampleBlock } from './exampleBlocks.ts';

const FOLDER = 'node_modules/.cache/examples';

/** A line of an example with a comment that states the value of its expression. */
export interface Claim {
  readonly line: number;
  readonly stated: string;
  readonly actual: unknown;
}

/** Result of an example: a compile or runtime error, or the values of its lines. */
export interface ExampleOutcome {
  readonly problem: string | undefined;
  readonly claims: readonly Claim[];
}

/** Compiles and runs every block as a separate module. */
export function runExamples(blocks: readonly ExampleBlock[]): ExampleOutcome[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const files = blocks.map(({ code }, i) => {
    const file = `${FOLDER}/block${i}.ts`;
    writeFileSync(file, withClaims(code));
    return file;
  });
  const problems = typeErrors(files);
  const entry = `${FOLDER}/all.ts`;
  const good = files.map((_, i) => i).filter((i) => problems[i] === undefined);
  writeFileSync(entry, runner(good));
  const bundle = `${FOLDER}/all.mjs`;
  buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: bundle,
    alias: entryPoints(),
    logLevel: 'error',
  });
  const output = execFileSync(process.execPath, ['--no-warnings', bundle], {
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ran = deserialize(output) as Record<number, ExampleOutcome>;
  return files.map((_, i) => ran[i] ?? { problem: problems[i], claims: [] });
}

/** Returns the source of each entry point of the package, by descending length of its name. */
function entryPoints(): Record<string, string> {
  const entries = Array.from(packageEntries(), ([name, source]) => [name, resolve(source)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => b.length - a.length));
}

/** A value after an expression on its line, or below it after an arrow, where it may take several lines. */
const STATED = /^[ \t]*(?:\/\/ ?(?<beside>[^\n]*)|\n[ \t]*\/\/ => (?<below>[^\n]*(?:\n[ \t]*\/\/[^\n]*)*))/;

/** Replaces each expression with a stated value with a call that records the value. */
function withClaims(code: string): string {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true);
  let changed = '';
  let at = 0;
  for (const statement of source.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    const { beside, below } = STATED.exec(code.slice(statement.end))?.groups ?? {};
    const stated = beside ?? below?.replaceAll(/\s*\n[ \t]*\/\/\s*/g, ' ');
    if (stated === undefined) continue;
    const expression = printed(statement.expression);
    const start = expression.getStart();
    const line = source.getLineAndCharacterOfPosition(start).line;
    changed += code.slice(at, statement.getStart());
    changed += `__claim(${line}, ${JSON.stringify(stated)}, ${code.slice(start, expression.end)});`;
    at = statement.end;
  }
  const declared = 'declare const __claim: (line: number, stated: string, actual: unknown) => void;';
  return `${changed}${code.slice(at)}\n${declared}\nexport {};\n`;
}

/** Returns the argument of `console.log`, or the expression itself. */
function printed(expression: ts.Expression): ts.Expression {
  const isPrint =
    ts.isCallExpression(expression) &&
    expression.expression.getText() === 'console.log' &&
    expression.arguments.length === 1;
  return isPrint ? expression.arguments[0]! : expression;
}

/** Returns the first type error of each file, or undefined if it compiles. */
function typeErrors(files: readonly string[]): (string | undefined)[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const program = ts.createProgram([...files], {
    ...options,
    isolatedDeclarations: false,
    declaration: false,
    noUnusedLocals: false,
    noImplicitOverride: false,
  });
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const [error] = ts.getPreEmitDiagnostics(program, source);
    return error && ts.flattenDiagnosticMessageText(error.messageText, '\n');
  });
}

/** Returns a program that imports the blocks in sequence and writes the results to standard output. */
function runner(blocks: readonly number[]): string {
  const lines = blocks.map((i) => `await run(${i}, () => import('./block${i}.ts'));`);
  return `
import { serialize } from 'node:v8';
import '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
// WASM is the fastest backend in Node; training on the CPU backend took most of the time.
await setBackend('wasm');
await ready();
const outcomes = {};
let claims = [];
globalThis.__claim = (line, stated, actual) => claims.push({ line, stated, actual: plain(actual) });
const plain = (value) => {
  try { return structuredClone(value); } catch { return String(value); }
};
const print = console.log;
console.log = () => {};
async function run(i, block) {
  claims = [];
  let problem;
  try { await block(); } catch (error) { problem = String(error); }
  outcomes[i] = { problem, claims };
}
${lines.join('\n')}
console.log = print;
process.stdout.write(serialize(outcomes));
`;
}
