import ts from 'typescript';
import { packageEntries } from '../../scripts/build/packageEntries.ts';

const entries = packageEntries();
const program = ts.createProgram([...entries.values()], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  noEmit: true,
  skipLibCheck: true,
});

/** Type checker of the package. */
export const checker: ts.TypeChecker = program.getTypeChecker();

/** Exported symbols of each entry point of the package, by name. */
export const publicSymbols: ReadonlyMap<string, ReadonlyMap<string, ts.Symbol>> = new Map(
  [...entries].map(([entry, file]) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    const symbols = checker.getExportsOfModule(module).map((exported) => {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      return [exported.name, isAlias ? checker.getAliasedSymbol(exported) : exported] as const;
    });
    return [entry, new Map(symbols)];
  }),
);

/** All public names, by entry point and kind, in the format of tests/package/publicNames.txt. */
export function publicNames(): string {
  return [...publicSymbols]
    .map(([entry, symbols]) => {
      const lines = [...symbols].map(([name, { flags }]) => `  ${kindOf(flags)} ${name}`);
      return `${entry} (${lines.length})\n${lines.sort().join('\n')}\n`;
    })
    .join('\n');
}

function kindOf(flags: ts.SymbolFlags): string {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Function) return 'function';
  return flags & ts.SymbolFlags.Variable ? 'value' : 'type';
}
