import swcJest from '@swc/jest';

const swc = swcJest.createTransformer({
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
});

/** Globals that inner loops use and no test replaces. */
export const GLOBALS = [
  ...['Array', 'BigInt', 'Infinity', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Set', 'String'],
  ...['Float32Array', 'Float64Array', 'Int32Array', 'Uint8Array', 'Uint32Array'],
];

/**
 * Makes constants of the globals that a module uses. Jest runs modules in a vm context, where each access to a
 * global is a slow look-up: `Math.log` in a loop then takes ten times as long.
 */
function withConstants(result) {
  const used = GLOBALS.filter((name) => new RegExp(`\\b${name}\\b`).test(result.code));
  return { ...result, code: `const { ${used.join(', ')} } = globalThis; ${result.code}` };
}

export default {
  process: (...source) => withConstants(swc.process(...source)),
  processAsync: async (...source) => withConstants(await swc.processAsync(...source)),
  getCacheKey: (...source) => `${swc.getCacheKey(...source)} ${GLOBALS.join(' ')}`,
};
