import { scoreName } from '../scores/describeScore.ts';
import { CLASSIFICATION_SCORES } from './classificationScores.ts';

/** Returns the title of a score of a classifier. */
export function classificationTitle(name: string): string {
  return CLASSIFICATION_SCORES.find((each) => scoreName(each) === name)?.title ?? name;
}
