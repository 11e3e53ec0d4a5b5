// Checks reports, charts, backends (WebGL and WebGPU) and the example in Debian's Chromium: npm run test:browser
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { exampleProblems, serveExample } from './example.ts';
import { openBrowser } from './openBrowser.ts';
import { checkReportPages } from './checkReportPages.ts';
import { checkVisCharts } from './checkVisCharts.ts';
import type { BackendReport, CheckReport } from './report.ts';

/** Ends a check that hangs, in milliseconds. */
const LIMIT = 20 * 60_000;

const bundle = await build({
  entryPoints: ['tests/browser/page.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  alias: {
    'tfjs-metrics/compat': resolve('src/compat/index.ts'),
    'tfjs-metrics/critics': resolve('src/critics/index.ts'),
    'tfjs-metrics/information': resolve('src/information/index.ts'),
    'tfjs-metrics': resolve('src/index.ts'),
  },
  logLevel: 'error',
});
const script = bundle.outputFiles[0]!.text;

// WebGPU requires a secure context; localhost is one.
const server = createServer(({ url }, response) => {
  const isScript = url === '/page.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;

function runOn(backend: string): Promise<BackendReport> {
  return openBrowser(async (context) => {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  page error: ${error.message}`));
    page.on('crash', () => console.error('  the page crashed'));
    let timer: NodeJS.Timeout | undefined;
    let restart: () => void;
    const late = new Promise<never>((_, reject) => {
      restart = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error(`a check took more than ${LIMIT / 60_000} minutes`)), LIMIT);
      };
      restart();
    });
    await page.exposeFunction('done', (report: CheckReport) => {
      restart();
      printCheck(report);
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    const ran = page.evaluate(
      (name) =>
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- set by the page
        (globalThis as any).runChecks(name, (globalThis as any).done) as Promise<BackendReport>,
      backend,
    );
    try {
      return await Promise.race([ran, late]);
    } finally {
      clearTimeout(timer);
    }
  }, 'software');
}

/** Tests the example on a backend; prints all problems and returns true if it is fine. */
async function tryExample(url: string, backend: string, task: 'sort' | 'classify'): Promise<boolean> {
  const problems = await exampleProblems(url, backend, task);
  console.log(`  ${problems.length === 0 ? 'ok    ' : 'FAILED'} the example in examples/browser, task ${task}`);
  for (const problem of problems) console.log(`         ${problem}`);
  return problems.length === 0;
}

function printCheck({ name, problem, seconds }: CheckReport): void {
  console.log(`  ${problem === undefined ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  if (problem !== undefined) console.log(problem.replace(/^/gm, '         '));
}

/** Prints the results of a backend and returns whether all checks passed. */
function printBackend(report: BackendReport): boolean {
  const { backend } = report;
  if (!report.available) {
    console.log(`${backend} is not available in this browser: ${report.reason}`);
    return backend !== 'webgl';
  }
  const failed = report.checks.filter(({ problem }) => problem !== undefined).length;
  console.log(`${backend} ran on ${report.device}`);
  console.log(`  ${report.checks.length - failed} of ${report.checks.length} checks passed`);
  console.log(`  synchronous reads: ${report.synchronousReads}`);
  for (const [family, deviation] of Object.entries(report.worst)) {
    console.log(`  worst deviation ${deviation.toExponential(1)}  ${family}`);
  }
  return failed === 0 && report.synchronousReads === 0;
}

console.log('\nreports as pages');
let isGood = await checkReportPages();
console.log('\ncharts with tfjs-vis');
isGood = (await checkVisCharts()) && isGood;
const example = await serveExample();
for (const backend of ['webgl', 'webgpu']) {
  console.log(`\n${backend}`);
  try {
    const report = await runOn(backend);
    isGood = printBackend(report) && isGood;
    if (!report.available) continue;
    for (const task of ['sort', 'classify'] as const) isGood = (await tryExample(example.url, backend, task)) && isGood;
  } catch (error) {
    isGood = false;
    console.log(`${backend} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
server.close();
await example.close();
if (!isGood) process.exit(1);
