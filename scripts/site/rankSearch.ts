import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RendererEvent, type Application } from 'typedoc';

/** Where TypeDoc's script raises the relevance of names that start with the words. */
const FACTOR = /(\w)\.name\.toLowerCase\(\)\.startsWith\((\w)\.toLowerCase\(\)\)&&\(\w\*=[^;]*?\)\)(?=,)/;

/**
 * Makes the search of TypeDoc rank results by `nameFactor`, which the script of every page defines.
 *
 * @throws Error if TypeDoc's script has no such place.
 */
export function rankSearch(app: Application): void {
  app.renderer.on(RendererEvent.END, ({ outputDirectory }: RendererEvent) => {
    const file = join(outputDirectory, 'assets/main.js');
    const script = readFileSync(file, 'utf8');
    const found = FACTOR.exec(script);
    if (!found) throw new Error(`${file}: expected the ranking of search results, got none`);
    const [text, row, words] = found;
    const factor = /\((\w)\*=/.exec(text)![1]!;
    writeFileSync(file, script.replace(text, `${factor}*=window.nameFactor(${row},${words})`));
  });
}
