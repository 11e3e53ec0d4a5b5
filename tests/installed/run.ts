// Checks the packed package, installs it as its users do, and uses it in small projects:
// npm run test:package [-- TARBALL].
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundleByWebpack } from './bundleByWebpack.ts';

const MAX_PACKAGES = 15;
const MAX_BYTES = 6e6;
/** Packages of this repository that the projects use. */
const LINKS = [
  '@babel/plugin-transform-modules-commonjs',
  '@jest/globals',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-layers',
  'ts-jest',
  'vitest',
];

const folder = mkdtempSync(join(tmpdir(), 'installed-'));
const modules = join(folder, 'node_modules');
const bin = (name: string): string => resolve('node_modules/.bin', name);

try {
  const tarball = resolve(process.argv[2] ?? pack());
  await step('publint', () => run('.', bin('publint'), 'run', '--strict', tarball));
  await step('Are the types wrong?', () => run('.', bin('attw'), '--profile=node16', tarball));
  await step('npm install brings few packages and bytes', () => installPackage(tarball));
  LINKS.forEach(link);
  cpSync('tests/installed/projects', folder, { recursive: true });
  await step('declarations import nothing that is not installed', requireKnownImports);
  await step('Node: import and require give one instance', () => {
    run('node', process.execPath, 'oneInstance.mjs');
    run('node', process.execPath, 'twins.cjs');
  });
  await step('Jest, default configuration', () => run('jest', bin('jest'), '--rootDir=.'));
  await step('Jest, ES modules', () => run('jestModules', bin('jest'), '--rootDir=.', '--testMatch=**/*.test.mjs'));
  await step('Jest, babel-jest', () => run('babelJest', bin('jest'), '--rootDir=.'));
  await step('Jest, ts-jest', () => run('tsJest', bin('jest'), '--config=jest.config.json'));
  await step('Vitest', () => run('vitest', bin('vitest'), 'run', '--root=.'));
  for (const [module, resolution] of [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    await step(`TypeScript, --module ${module} --moduleResolution ${resolution}`, () => {
      checkTypes(module, resolution);
    });
  }
  await step('webpack, without vega', async () => bundleByWebpack(join(folder, 'webpack')));
} finally {
  rmSync(folder, { recursive: true });
}

async function step(name: string, check: () => unknown): Promise<void> {
  const start = performance.now();
  const result = await check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`ok   ${name}${typeof result === 'string' ? `: ${result}` : ''} (${seconds} s)`);
}

/** Packs the package. */
function pack(): string {
  const output = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  return join(folder, output.trim().split('\n').at(-1)!);
}

/** Installs the package in an empty project. */
function installPackage(tarball: string): string {
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync('npm', ['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as { packages: object };
  const count = Object.keys(packages).length;
  const bytes = bytesOnDisk(modules);
  assert(count <= MAX_PACKAGES, `${count} packages`);
  assert(bytes <= MAX_BYTES, `${bytes} bytes`);
  return `${count} packages, ${(bytes / 1e6).toFixed(1)} MB`;
}

function bytesOnDisk(path: string): number {
  const stat = statSync(path);
  // A block is 512 bytes.
  const own = stat.blocks * 512;
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesOnDisk(join(path, name)), own) : own;
}

function link(name: string): void {
  const path = join(modules, name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(resolve('node_modules', name), path);
}

/** Runs a program in a project. Throws with its output if it fails. */
function run(project: string, program: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: join(folder, project),
    encoding: 'utf8',
    env: environment(project),
  });
  assert(status === 0, `${project}: ${program} ${args.join(' ')} failed\n${stdout}${stderr}`);
}

function environment(project: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_OPTIONS: project === 'jestModules' ? '--experimental-vm-modules' : '' };
}

/** Compiles the TypeScript project, as a CommonJS and as an ES module where both exist. */
function checkTypes(module: string, moduleResolution: string): void {
  const source = join(folder, 'typescript', 'imports.ts');
  for (const extension of ['mts', 'cts']) cpSync(source, source.replace(/ts$/, extension));
  const options = ['--module', module, '--moduleResolution', moduleResolution, '--target', 'es2022'];
  run('typescript', bin('tsc'), '--noEmit', '--strict', '--skipLibCheck', ...options, 'imports.mts', 'imports.cts');
}

/** Declarations may import each other and peer dependencies. */
function requireKnownImports(): void {
  const installed = join(modules, 'tfjs-metrics');
  const { peerDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    peerDependencies: Readonly<Record<string, string>>;
  };
  const dist = join(installed, 'dist');
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.cts')) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of text.matchAll(/^import\b[^;]*?'([^'.][^']*)';$/gm)) {
      assert(Object.hasOwn(peerDependencies, name!), `${file} imports ${name}`);
    }
  }
}
