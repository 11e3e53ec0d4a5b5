/**
 * Returns an ES module that Rolldown wrote as a CommonJS module that requires the twins of its imports.
 *
 * A name that a module only passes on is loaded when it is first read. Only lines of imports and exports differ, so
 * both have one source map.
 *
 * @throws if the module has an import or export of another form.
 */
export function commonJsTwin(module: string): string {
  const code = joinedReexports(module)
    .replace(/^import \{(.*)\} from (".*");$/gm, (_, names: string, from: string) => {
      return `const {${names.replaceAll(' as ', ': ')}} = ${required(from)};`;
    })
    .replace(/^import \* as (\S+) from (".*");$/gm, (_, name: string, from: string) => {
      return `const ${name} = ${required(from)};`;
    })
    .replace(/^import (".*");$/gm, (_, from: string) => `${required(from)};`)
    .replace(/^export \{(.*)\} from (".*");$/gm, (_, names: string, from: string) => {
      return reexported(names, required(from));
    })
    .replace(/^export \{(.*)\};$/gm, (_, names: string) => exported(names));
  const left = /^(import|export)\b.*$/m.exec(code)?.[0];
  if (left !== undefined) throw new Error(`expected an import or export of names, got ${left}`);
  // In a block, the module may have names that CommonJS reserves, such as `module`.
  return `"use strict"; Object.defineProperty(exports, "__esModule", { value: true }); {${asciiOnly(code)}\n}\n`;
}

/** Returns a module that only passes names on with `export {…} from` instead of imports; other modules unchanged. */
function joinedReexports(module: string): string {
  const imports = /^import \{(.*)\} from (".*");$/gm;
  const list = /^export \{(.*)\};$/m;
  const rest = module.replace(imports, '').replace(list, '');
  if (rest.replace(/^(export \{.*\} from|\/\/).*$/gm, '').trim() !== '') return module;
  const exports = aliases(list.exec(module)?.[1] ?? '');
  return module.replace(list, '').replace(imports, (_, names: string, from: string) => {
    const pairs = aliases(names).flatMap(([name, local]) =>
      exports.filter(([exported]) => exported === local).map(([, alias]) => `${name} as ${alias}`),
    );
    return pairs.length === 0 ? `import ${from};` : `export { ${pairs.join(', ')} } from ${from};`;
  });
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

/** Assignments of names of the module, as in `a, b as c`. */
function exported(names: string): string {
  return aliases(names)
    .map(([name, alias]) => `exports.${alias} = ${name};`)
    .join(' ');
}

/**
 * Getters of names of another module, which is loaded when one of them is first read. A name that is set becomes a
 * value. The assignments are not run: Node.js finds names for `import` in them.
 */
function reexported(names: string, module: string): string {
  const pairs = aliases(names);
  const found = pairs.map(([, alias]) => `exports.${alias} = `).join('');
  const list = pairs.map(([name, alias]) => `${alias}: "${name}"`).join(', ');
  const value = '{ value, enumerable: true, configurable: true, writable: true }';
  const accessors =
    '{ enumerable: true, configurable: true, get: () => (loaded ??= load())[name], ' +
    `set: (value) => { Object.defineProperty(exports, alias, ${value}); } }`;
  return (
    `0 && (${found}0); { let loaded; const load = () => ${module}; ` +
    `for (const [alias, name] of Object.entries({ ${list} })) Object.defineProperty(exports, alias, ${accessors}); }`
  );
}

/** Names of a list such as `a, b as c`, each with the name under which it is exported. */
function aliases(names: string): [name: string, alias: string][] {
  return names.split(',').map((part) => {
    const [name, alias = name] = part.trim().split(' as ') as [string, string?];
    return [name, alias];
  });
}
