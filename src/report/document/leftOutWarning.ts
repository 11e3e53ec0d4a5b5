import { countText, sizedText } from './countText.ts';
import { percent } from './reportTable.ts';

/** Maximum share of samples left out without a warning. */
const MAX_LEFT_OUT = 0.05;

/** Returns a warning if more than 5 % of the samples are left out. */
export function leftOutWarning(samples: number, ignored: number, leftOut: number): string[] {
  const share = (ignored + leftOut) / (samples + ignored + leftOut);
  if (!(share > MAX_LEFT_OUT)) return [];
  const parts = [
    ...(leftOut > 0 ? [`${countText(leftOut)} with missing values`] : []),
    ...(ignored > 0 ? [`${countText(ignored)} with ignored labels`] : []),
  ];
  return [`${percent(share)} of the samples are left out: ${parts.join(', ')}.`];
}

/** Returns a note on samples with ignored labels, if there are any. */
export function ignoredNote(ignored: number): string[] {
  if (ignored === 0) return [];
  const samples = sizedText(ignored, 'sample');
  return [`${samples} with ignored labels ${ignored === 1 ? 'is' : 'are'} left out.`];
}
