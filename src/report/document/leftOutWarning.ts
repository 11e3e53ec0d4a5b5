import { countText, sizedText } from './countText.ts';
import { percent } from './reportTable.ts';

/** Maximum share of samples left out without a warning. */
const MAX_LEFT_OUT = 0.05;

/** Words of a report on samples that are left out. */
interface LeftOutWords {
  /** One of what is counted, such as 'sample'. */
  readonly one: string;
  /** Property of those that are ignored, such as 'with ignored labels'. */
  readonly ignored: string;
}

const SAMPLES: LeftOutWords = { one: 'sample', ignored: 'with ignored labels' };

/** Words of reports on documents. */
export const LEFT_OUT_DOCUMENTS: LeftOutWords = { one: 'document', ignored: 'without a judgment' };

/** Returns a warning if more than 5 % of the samples are left out. */
export function leftOutWarning(
  samples: number,
  ignored: number,
  leftOut: number,
  words: LeftOutWords = SAMPLES,
): string[] {
  const share = (ignored + leftOut) / (samples + ignored + leftOut);
  if (!(share > MAX_LEFT_OUT)) return [];
  const parts = [
    ...(leftOut > 0 ? [`${countText(leftOut)} with ${leftOut === 1 ? 'a missing value' : 'missing values'}`] : []),
    ...(ignored > 0 ? [`${countText(ignored)} ${words.ignored}`] : []),
  ];
  return [`${percent(share)} of the ${words.one}s are left out: ${parts.join(', ')}.`];
}

/** Returns a note on ignored samples, if there are any. */
export function ignoredNote(ignored: number, words: LeftOutWords = SAMPLES): string[] {
  if (ignored === 0) return [];
  return [`${sizedText(ignored, words.one)} ${words.ignored} ${ignored === 1 ? 'is' : 'are'} left out.`];
}
