/**
 * Returns an ES module that Rolldown wrote as a CommonJS module that requires the twins of its imports.
 *
 * Only lines of imports and exports differ, so both have one source map.
 *
 * @throws if the module has an import or export of another form.
 */
export function commonJsTwin(module: string): string {
  const code = module
    .replace(/^import \{(.*)\} from (".*");$/gm, (_, names: string, from: string) => {
      return `const {${names.replaceAll(' as ', ': ')}} = ${required(from)};`;
    })
    .replace(/^import \* as (\S+) from (".*");$/gm, (_, name: string, from: string) => {
      return `const ${name} = ${required(from)};`;
    })
    .replace(/^import (".*");$/gm, (_, from: string) => `${required(from)};`)
    .replace(/^export \{(.*)\} from (".*");$/gm, (_, names: string, from: string) => {
      return exported(names, (name) => `${required(from)}.${name}`);
    })
    .replace(/^export \{(.*)\};$/gm, (_, names: string) => exported(names, (name) => name));
  const left = /^(import|export)\b.*$/m.exec(code)?.[0];
  if (left !== undefined) throw new Error(`expected an import or export of names, got ${left}`);
  // In a block, the module may have names that CommonJS reserves, such as `module`.
  return `"use strict"; Object.defineProperty(exports, "__esModule", { value: true }); {${asciiOnly(code)}\n}\n`;
}

/**
 * Escapes all other characters. They are in strings and templates, and a single one would make V8 store, read and
 * compile the whole module with two bytes per character.
 */
function asciiOnly(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function required(from: string): string {
  return `require(${from.replace(/^("\..*)\.js"$/, '$1.cjs"')})`;
}

/** Assignments of names, as in `a, b as c`, whose values are the results of `valueOf`. */
function exported(names: string, valueOf: (name: string) => string): string {
  return names
    .split(',')
    .map((part) => {
      const [name, alias = name] = part.trim().split(' as ') as [string, string?];
      return `exports.${alias} = ${valueOf(name)};`;
    })
    .join(' ');
}
