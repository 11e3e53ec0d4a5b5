import {
  ReflectionKind,
  type DeclarationReflection,
  type DocumentReflection,
  type NavigationElement,
  type ProjectReflection,
} from 'typedoc';
import { CATEGORIES } from './categories.ts';
import { fileOfDocument } from './documents.ts';
import { GUIDES, LIVE_PAGES, type Guide } from './guides.ts';
import { categoryOfSymbol } from './mergeEntries.ts';

const TYPES = ReflectionKind.SomeExport & ~ReflectionKind.Function & ~ReflectionKind.Class;

type ToElement = (of: DeclarationReflection | DocumentReflection) => NavigationElement;

/** Guides and live pages in their order, then the API by category: functions and classes, then types. */
export function siteNavigation(project: ProjectReflection, toElement: ToElement): NavigationElement[] {
  const documents = new Map(project.documents?.map((document) => [fileOfDocument(document), document]));
  const page = (name: string): NavigationElement => toElement(documents.get(`docs/${name}.md`)!);
  const guide = ({ name, details = [] }: Guide): NavigationElement[] => [
    page(name),
    ...details.map((detail) => ({ ...page(detail), class: 'detail' })),
  ];
  const category = (title: string): NavigationElement => {
    const symbols = (project.children ?? []).filter((symbol) => categoryOfSymbol(symbol) === title);
    const ofKind = (kind: ReflectionKind): NavigationElement[] =>
      symbols.filter((symbol) => symbol.kindOf(kind)).map(toElement);
    const types = ofKind(TYPES);
    return {
      text: title,
      children: [
        ...ofKind(ReflectionKind.Function),
        ...ofKind(ReflectionKind.Class),
        ...(types.length > 0 ? [{ text: 'Types', children: types }] : []),
      ],
    };
  };
  return [
    { text: 'Guides', children: GUIDES.flatMap(guide) },
    { text: 'Try it', children: LIVE_PAGES.map((name) => page(`live/${name}`)) },
    { text: 'API', children: [{ text: 'All names', path: 'modules.html' }, ...CATEGORIES.map(category)] },
  ];
}
