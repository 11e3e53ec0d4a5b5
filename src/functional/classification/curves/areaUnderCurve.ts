import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import type { CurvePoints, ScoreCurve } from '../../../state/scores/scoreCurve.ts';

/** Returns the share of pairs in which the positive sample has the higher score; ties count half. */
export function areaUnderCurve(points: CurvePoints): number {
  const area = new CompensatedSum();
  let lastTp = 0;
  let lastFp = 0;
  points.visitPoints((_, tp, fp) => {
    if (fp > lastFp) area.add((fp - lastFp) * (lastTp + tp));
    lastTp = tp;
    lastFp = fp;
  });
  return area.value / 2 / points.positives / points.negatives;
}

/** Returns the area up to a false positive rate, as a share of the unit square. */
export function areaUpTo({ truePositives, falsePositives, positives, negatives }: ScoreCurve, maxFpr: number): number {
  const most = maxFpr * negatives;
  const area = new CompensatedSum();
  let [lastTp, lastFp] = [0, 0];
  for (let k = 0; k < truePositives.length && lastFp < most; k++) {
    const tp = truePositives[k]!;
    const fp = falsePositives[k]!;
    const width = Math.min(fp, most) - lastFp;
    const end = fp <= most ? tp : lastTp + ((tp - lastTp) * width) / (fp - lastFp);
    area.add((width * (lastTp + end)) / 2);
    [lastTp, lastFp] = [tp, fp];
  }
  return area.value / positives / negatives;
}
