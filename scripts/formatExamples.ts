// Formats the examples in doc comments to the width of a page: npm run format. With --check, lists the examples that
// differ, and too wide lines in examples of guides and doc comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { exampleBlocks, type ExampleBlock } from '../tests/examples/exampleBlocks.ts';

const isCheck = process.argv.includes('--check');
// Examples in guides are formatted by prettier itself, with the options of Markdown.
const options = { ...(await resolveConfig('README.md')), parser: 'typescript' };
const width = options.printWidth!;
const problems: string[] = [];

const inComments = exampleBlocks().filter(({ file }) => file.endsWith('.ts'));
for (const file of new Set(inComments.map((block) => block.file))) {
  const lines = readFileSync(file, 'utf8').split('\n');
  // From the last to the first, so that line numbers stay valid.
  for (const block of inComments.filter((of) => of.file === file).reverse()) {
    const formatted = await format(block.code, options);
    if (formatted === block.code) continue;
    if (isCheck) problems.push(`${file}:${block.line}: expected a formatted example; run npm run format`);
    lines.splice(block.line - 1, countLines(block.code), ...withMargin(formatted, lines[block.line - 2]!));
  }
  if (!isCheck) writeFileSync(file, lines.join('\n'));
}
// Prettier does not count a comment at the end of a line.
for (const block of exampleBlocks()) problems.push(...wideLines(block));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

function countLines(code: string): number {
  return code.split('\n').length - 1;
}

/** Lines of code with the margin of the line that opens the block. */
function withMargin(code: string, fence: string): string[] {
  const margin = fence.slice(0, fence.indexOf('```'));
  return code
    .trimEnd()
    .split('\n')
    .map((line) => (margin + line).trimEnd());
}

function wideLines({ file, line, code }: ExampleBlock): string[] {
  return code.split('\n').flatMap((text, i) => {
    const problem = `${file}:${line + i}: expected at most ${width} columns in an example, got ${text.length}`;
    return text.length > width ? [problem] : [];
  });
}
