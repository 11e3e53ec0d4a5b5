import {
  Comment,
  CommentTag,
  Converter,
  ReferenceReflection,
  ReflectionKind,
  type Application,
  type Context,
  type DeclarationReflection,
  type Reflection,
} from 'typedoc';
import { categoryOf, type Category } from './categories.ts';

const entries = new Map<number, string[]>();
const categories = new Map<number, Category>();

/** Entry points that export a symbol. */
export function entriesOf({ id }: Reflection): readonly string[] {
  return entries.get(id) ?? [];
}

/** Category of a symbol. */
export function categoryOfSymbol({ id }: Reflection): Category | undefined {
  return categories.get(id);
}

/** Leaves the pages that are written by hand out of the index of the API, which has the navigation beside it. */
export function indexSymbolsOnly(app: Application): void {
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }: Context) => {
      project.categories =
        project.categories?.filter(({ children }) => !children.some((child) => child.isDocument())) ?? [];
    },
    -1000,
  );
}

/** Name of the module that users import, for an entry file as TypeDoc names it. */
function moduleName(entry: string): string {
  return entry === 'index' ? 'tfjs-metrics' : `tfjs-metrics/${entry.replace(/\/index$/, '')}`;
}

/** Gives every exported symbol one page, in the category of its source folder, whatever number of entries export it. */
export function mergeEntries(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    const modules = (project.children ?? []).filter(({ kind }) => kind === ReflectionKind.Module);
    for (const module of modules) {
      for (const child of module.children ?? []) {
        const target = child instanceof ReferenceReflection ? child.getTargetReflectionDeep() : child;
        entries.set(target.id, [...entriesOf(target), moduleName(module.name)]);
      }
    }
    for (const module of modules) {
      for (const child of [...(module.children ?? [])]) {
        if (child instanceof ReferenceReflection) project.removeReflection(child);
      }
    }
    for (const module of modules) project.mergeReflections(module, project);

    const declared = project.children ?? [];
    const files = new Map(declared.map((symbol) => [symbol.name, fileOf(symbol)]));
    if (files.size < declared.length)
      throw new Error('site: expected each public name once, got two symbols of a name');
    for (const symbol of declared) {
      // A metric belongs where the function of its name is.
      const twin = symbol.kindOf(ReflectionKind.Class) ? twinName(symbol.name) : symbol.name;
      const category = categoryOf(files.get(twin) ?? files.get(symbol.name)!);
      categories.set(symbol.id, category);
      symbol.comment ??= new Comment();
      symbol.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: category }]));
    }
  });
}

/** The name of the function that a metric streams, or of the metric of a function. */
export function twinName(name: string): string {
  const first = name[0]!;
  const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return other + name.slice(1);
}

function fileOf(symbol: DeclarationReflection): string {
  return symbol.project.getSymbolIdFromReflection(symbol)!.packagePath;
}
