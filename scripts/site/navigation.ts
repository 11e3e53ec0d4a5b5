import {
  ReflectionKind,
  type DeclarationReflection,
  type DocumentReflection,
  type NavigationElement,
  type ProjectReflection,
} from 'typedoc';
import { CATEGORIES } from './categories.ts';
import { fileOfDocument } from './documents.ts';
import { GUIDES, LIVE_PAGES } from './guides.ts';
import { categoryOfSymbol } from './mergeEntries.ts';

const CALLABLE = ReflectionKind.Function | ReflectionKind.Class;

type ToElement = (of: DeclarationReflection | DocumentReflection) => NavigationElement;

/** Guides and live pages in their order, then the API by category: functions and classes, then types. */
export function siteNavigation(project: ProjectReflection, toElement: ToElement): NavigationElement[] {
  const documents = new Map(project.documents?.map((document) => [fileOfDocument(document), document]));
  const page = (name: string, details: readonly string[] = []): NavigationElement => ({
    ...toElement(documents.get(`docs/${name}.md`)!),
    ...(details.length > 0 && { children: details.map((detail) => page(detail)) }),
  });
  const category = (title: string): NavigationElement => {
    const symbols = (project.children ?? []).filter((symbol) => categoryOfSymbol(symbol) === title);
    const [callable, types] = [true, false].map((isCallable) =>
      symbols.filter((symbol) => symbol.kindOf(CALLABLE) === isCallable).map(toElement),
    );
    return {
      text: title,
      children: [...callable!, ...(types!.length > 0 ? [{ text: 'Types', children: types! }] : [])],
    };
  };
  return [
    { text: 'Guides', children: GUIDES.map(({ name, details }) => page(name, details)) },
    { text: 'Try it', children: LIVE_PAGES.map((name) => page(`live/${name}`)) },
    { text: 'API', children: CATEGORIES.map(category) },
  ];
}
