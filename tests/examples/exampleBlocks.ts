import { readdirSync, readFileSync } from 'node:fs';

/** A code block in a doc comment or a guide. */
export interface ExampleBlock {
  readonly file: string;
  /** One-based line number of the first line of code. */
  readonly line: number;
  readonly code: string;
}

const FENCED = /^([ \t]*(?:\* ?)?)```ts\n([\s\S]*?)^[ \t]*(?:\* ?)?```/gm;

/** Returns all `ts` code blocks in the sources, the README and the guides. */
export function exampleBlocks(): ExampleBlock[] {
  return filesWithExamples().flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return Array.from(text.matchAll(FENCED), ({ 1: margin, 2: body, index }) => ({
      file,
      line: text.slice(0, index).split('\n').length + 1,
      code: body!
        .split('\n')
        .map((line) => withoutMargin(line, margin!))
        .join('\n'),
    }));
  });
}

function filesWithExamples(): string[] {
  const inFolder = (folder: string, ending: string, recursive = false): string[] =>
    readdirSync(folder, { recursive, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`)
      .sort();
  return [
    ...inFolder('src', '.ts', true),
    'README.md',
    'CONTRIBUTING.md',
    ...inFolder('docs', '.md'),
    ...inFolder('docs/live', '.md'),
  ];
}

function withoutMargin(line: string, margin: string): string {
  return line.startsWith(margin) ? line.slice(margin.length) : line.replace(/^\s*\*\s?$/, '');
}
