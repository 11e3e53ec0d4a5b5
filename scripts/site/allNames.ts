import { JSX, ReflectionKind, type DeclarationReflection, type DefaultThemeRenderContext } from 'typedoc';
import { CATEGORIES, type Category } from './categories.ts';
import { categoryOfSymbol, twinName } from './mergeEntries.ts';

const h = JSX.createElement;
const COMPUTING = ReflectionKind.Function | ReflectionKind.Class;

/** The page of all names by category: each function with its class in one row, then the types of the category. */
export function allNames(context: DefaultThemeRenderContext, symbols: readonly DeclarationReflection[]): JSX.Element {
  return h(
    JSX.Fragment,
    null,
    h(
      'p',
      null,
      'Every function, class and type that the package exports, by category. ' +
        'A function computes its score in one call; the class beside it takes batches.',
    ),
    CATEGORIES.map((category) => section(context, category, symbols)),
  );
}

function section(
  context: DefaultThemeRenderContext,
  category: Category,
  all: readonly DeclarationReflection[],
): JSX.Element {
  const symbols = all.filter((symbol) => categoryOfSymbol(symbol) === category).sort(byName);
  const named = new Map(symbols.map((symbol) => [symbol.name, symbol]));
  const computing = symbols.filter((symbol) => symbol.kindOf(COMPUTING));
  const isBesideFunction = (symbol: DeclarationReflection): boolean =>
    symbol.kindOf(ReflectionKind.Class) && Boolean(named.get(twinName(symbol.name))?.kindOf(ReflectionKind.Function));
  const types = symbols.filter((symbol) => !symbol.kindOf(COMPUTING));
  const id = context.slugger.slug(category);
  context.page.pageHeadings.push({ link: `#${id}`, text: category, level: 2 });
  return h(
    'section',
    { class: 'names' },
    h('h2', { id }, category),
    h(
      'dl',
      null,
      computing
        .filter((symbol) => !isBesideFunction(symbol))
        .map((symbol) => row(context, [symbol, named.get(twinName(symbol.name))])),
    ),
    types.length > 0 &&
      h('p', { class: 'types' }, 'Types: ', types.map((type, i) => [i > 0 && ', ', link(context, type)]).flat()),
  );
}

/** A function and its class, or a symbol without a twin. */
function row(
  context: DefaultThemeRenderContext,
  [first, twin]: readonly [DeclarationReflection, DeclarationReflection | undefined],
): JSX.Element {
  return h(
    JSX.Fragment,
    null,
    h('dt', null, link(context, first), twin && [', ', link(context, twin)]),
    h('dd', null, context.commentShortSummary(first)),
  );
}

function link(context: DefaultThemeRenderContext, to: DeclarationReflection): JSX.Element {
  return h('a', { href: context.urlTo(to) }, h('code', null, to.name));
}

function byName(a: DeclarationReflection, b: DeclarationReflection): number {
  return a.name.localeCompare(b.name, 'en');
}
