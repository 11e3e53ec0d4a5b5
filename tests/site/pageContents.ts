import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of classes that hide a value or the name of an argument, and tables of options that an input cannot use. */
export function hiddenContents(folder: string): string[] {
  const classes = readdirSync(join(folder, 'classes')).map((name) => `classes/${name}`);
  const problems = classes.flatMap((page) => {
    const text = textOf(folder, page);
    return [
      ...(/\brange: readonly \[[^\]]*\] = \.\.\./.test(text) ? [`${page}: expected the range, got "..."`] : []),
      ...(/\b(update|forward)\(\s*\.\.\.inputs: (readonly \[|\w+Batch)/.test(text)
        ? [`${page}: expected named arguments`]
        : []),
    ];
  });
  return [...problems, ...unusableOptions(folder)];
}

/** Options of outputs of a classifier that the form of a function for its counts lists. */
function unusableOptions(folder: string): string[] {
  const pages = ['confusionMatrix', 'accuracy', 'f1Score', 'auroc', 'rocCurve', 'brierScore', 'multilabelF1Score'];
  return pages.flatMap((name) => {
    const page = `functions/${name}.html`;
    const [ofSamples, ...ofCounts] = readFileSync(join(folder, page), 'utf8').split('<table class="options">').slice(1);
    const isListed = (table: string): boolean => table.split('</table>')[0]!.includes('<code>fromLogits</code>');
    if (ofSamples === undefined || ofCounts.length === 0) return [`${page}: expected two tables of options`];
    if (!isListed(ofSamples)) return [`${page}: expected "fromLogits" among the options of samples`];
    return ofCounts.some(isListed) ? [`${page}: expected no "fromLogits" among the options of counts`] : [];
  });
}

function textOf(folder: string, page: string): string {
  return readFileSync(join(folder, page), 'utf8').replace(/<[^>]*>/g, '');
}
