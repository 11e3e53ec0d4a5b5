/**
 * Compiles a module given as base64.
 *
 * @throws if WebAssembly or its SIMD is unsupported, or forbidden by the content security policy.
 */
export function wasmModule(base64: string): WebAssembly.Module {
  // Chromium compiles at most 4 kB synchronously on the main thread; the modules are smaller.
  return new WebAssembly.Module(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}
