import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SWITCHES = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// Software rendering works on every machine; WebGPU needs the Vulkan flags.
const SOFTWARE_GPU = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
];

/** Ends steps that hang, in milliseconds. No check depends on the speed of the machine. */
const LIMIT = 10 * 60_000;

/**
 * Starts Chromium with a fresh profile, passes it to `use` and closes it.
 *
 * @param gpu - whether pages can use WebGL and WebGPU. Pages are drawn faster without.
 */
export async function openBrowser<Result>(
  use: (context: BrowserContext) => Promise<Result>,
  gpu: 'software' | 'none' = 'none',
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: EXECUTABLE,
    chromiumSandbox: false,
    headless: true,
    args: [...SWITCHES, ...(gpu === 'software' ? SOFTWARE_GPU : ['--disable-gpu'])],
    timeout: LIMIT,
  });
  context.setDefaultTimeout(LIMIT);
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
