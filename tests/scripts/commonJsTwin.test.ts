import { expect, test } from '@jest/globals';
import { commonJsTwin } from '../../scripts/build/commonJsTwin.ts';

const MODULES: Readonly<Record<string, object>> = {
  './scores.cjs': { accuracy: () => 1, f1: () => 2 },
  './names.cjs': { version: '1' },
};

/** Runs the twin of a module, and returns its exports and the modules that it has loaded, a list that grows. */
function load(module: string): { exports: Record<string, unknown>; loaded: string[] } {
  const exports: Record<string, unknown> = {};
  const loaded: string[] = [];
  const required = (path: string): unknown => {
    loaded.push(path);
    return MODULES[path];
  };
  new Function('exports', 'require', commonJsTwin(module))(exports, required);
  return { exports, loaded };
}

test.each([
  'import { accuracy, f1 as f1Score } from "./scores.js";\nimport { version } from "./names.js";\nexport { accuracy, f1Score, version as release };\n',
  'export { accuracy, f1 as f1Score } from "./scores.js";\nexport { version as release } from "./names.js";\n',
])('a module is loaded once, when a name that is passed on is first read', (module) => {
  const { exports, loaded } = load(module);
  expect(Object.keys(exports)).toEqual(['accuracy', 'f1Score', 'release']);
  expect(loaded).toEqual([]);
  expect([(exports.accuracy as () => number)(), (exports.f1Score as () => number)()]).toEqual([1, 2]);
  expect(loaded).toEqual(['./scores.cjs']);
  expect(exports.release).toBe('1');
});

test('a name that is set becomes a value', () => {
  const { exports, loaded } = load('export { accuracy } from "./scores.js";\n');
  exports.accuracy = 7;
  expect(exports.accuracy).toBe(7);
  expect(loaded).toEqual([]);
});

test('a module that uses its imports loads them at once', () => {
  const { exports, loaded } = load(
    'import { version } from "./names.js";\nconst text = `v${version}`;\nexport { text };\n',
  );
  expect(loaded).toEqual(['./names.cjs']);
  expect(exports.text).toBe('v1');
});

test('an import that is not passed on is still loaded', () => {
  const { loaded } = load('import { f1 } from "./scores.js";\nexport { version } from "./names.js";\n');
  expect(loaded).toEqual(['./scores.cjs']);
});
