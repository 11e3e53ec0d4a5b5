import { IndexEvent, ReflectionKind, type Application } from 'typedoc';
import { KEYWORDS } from './keywords.ts';

/** Boosts of the kinds of pages. Members of classes and interfaces come after pages of the same name. */
const BOOSTS: Readonly<Record<number, number>> = {
  [ReflectionKind.Document]: 2,
  [ReflectionKind.Function]: 1.5,
  [ReflectionKind.Class]: 1.2,
  [ReflectionKind.Interface]: 0.5,
  [ReflectionKind.TypeAlias]: 0.5,
};
const OF_MEMBERS = 0.1;

/** Adds keywords to the search index, orders its results by kind, and leaves inherited members out. */
export function indexKeywords(app: Application): void {
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event: IndexEvent) => {
    event.searchFieldWeights['keywords'] = 100;
    for (let i = event.searchResults.length - 1; i >= 0; i--) {
      if (event.searchResults[i]!.flags.isInherited) event.removeResult(i);
    }
    event.searchResults.forEach((of, i) => {
      of.relevanceBoost = BOOSTS[of.kind] ?? OF_MEMBERS;
      event.searchFields[i] = { ...event.searchFields[i], keywords: KEYWORDS[of.name] ?? '' };
    });
  });
}
