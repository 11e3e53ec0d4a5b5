// Runs the checks of every backend in Debian's Chromium, on WebGL and on WebGPU: npm run test:browser
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { BackendReport, CheckReport } from './report.ts';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const LIMIT = 10 * 60_000;
// Rendering in software works on every machine; without the Vulkan switches WebGPU breaks off.
const SWITCHES = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
];

const bundle = await build({
  entryPoints: ['tests/browser/page.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  alias: {
    'tfjs-metrics/information': resolve('src/information/index.ts'),
    'tfjs-metrics': resolve('src/index.ts'),
  },
  logLevel: 'error',
});
const script = bundle.outputFiles[0]!.text;

// WebGPU is given to secure pages only, and those of this machine are.
const server = createServer(({ url }, response) => {
  const isScript = url === '/page.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;

async function runOn(backend: string): Promise<BackendReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: EXECUTABLE,
    chromiumSandbox: false,
    headless: true,
    args: SWITCHES,
  });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  page error: ${error.message}`));
    page.on('crash', () => console.error('  the page crashed'));
    await page.exposeFunction('done', (report: CheckReport) => printCheck(report));
    await page.goto(`http://127.0.0.1:${port}/`);
    const ran = page.evaluate(
      (name) =>
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the page put there
        (globalThis as any).runChecks(name, (globalThis as any).done) as Promise<BackendReport>,
      backend,
    );
    const late = new Promise<never>((_, reject) => {
      setTimeout(
        () => reject(new Error(`not done after ${LIMIT / 60_000} minutes`)),
        LIMIT,
      ).unref();
    });
    return await Promise.race([ran, late]);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function printCheck({ name, problem, seconds }: CheckReport): void {
  console.log(
    `  ${problem === undefined ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}`,
  );
  if (problem !== undefined) console.log(problem.replace(/^/gm, '         '));
}

/** Prints what became of a backend and says whether all is well. */
function printBackend(report: BackendReport): boolean {
  const { backend } = report;
  if (!report.available) {
    console.log(`${backend} is not to be had in this browser: ${report.reason}`);
    return backend !== 'webgl';
  }
  const failed = report.checks.filter(({ problem }) => problem !== undefined).length;
  console.log(`${backend} ran on ${report.device}`);
  console.log(`  ${report.checks.length - failed} of ${report.checks.length} checks passed`);
  console.log(`  reads without waiting: ${report.readsAtOnce}`);
  for (const [family, deviation] of Object.entries(report.worst)) {
    console.log(`  worst deviation ${deviation.toExponential(1)}  ${family}`);
  }
  return failed === 0 && report.readsAtOnce === 0;
}

let isGood = true;
for (const backend of ['webgl', 'webgpu']) {
  console.log(`\n${backend}`);
  try {
    isGood = printBackend(await runOn(backend)) && isGood;
  } catch (error) {
    isGood = false;
    console.log(`${backend} broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
}
server.close();
if (!isGood) process.exit(1);
