import * as clustering from '../../clustering/index.ts';
import { scoreName, type ScoreClass } from '../scores/describeScore.ts';

type TitledClass = ScoreClass & { readonly title?: string };

/** Returns the title of a clustering score, or the name of its function if its class has no title. */
export function scoreTitle(name: string): string {
  const exported = Object.values<unknown>(clustering) as TitledClass[];
  return exported.find((each) => scoreName(each) === name)?.title ?? name;
}
