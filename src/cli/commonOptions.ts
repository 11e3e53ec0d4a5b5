import { InvalidArgumentError, Option, type Command } from 'commander';
import { FILE_FORMATS } from './files/fileFormat.ts';
import { LIST_SYNTAX, ListOption } from './listOption.ts';
import { whole } from './whole.ts';

/** Properties of a command that determine its common options. */
interface CommandTraits {
  /** Whether it reads labels. Default: true. */
  readonly labels?: boolean;
  /** Whether it draws random numbers. Default: true. */
  readonly random?: boolean;
}

/** Adds the options shared by commands. */
export function commonOptions(
  command: Command,
  formats: readonly string[],
  { labels = true, random = true }: CommandTraits = {},
): Command {
  command.addHelpText('after', `\n${LIST_SYNTAX}`);
  if (labels) {
    command.addOption(
      new ListOption('--ignore-label <labels>', 'leave out rows with these labels, such as -1 or A,B,C'),
    );
  }
  if (random) command.option('--seed <n>', 'seed of the random numbers', whole(0), 0);
  return command
    .option('--drop-missing', 'leave out rows with a missing value', false)
    .addOption(new ListOption('--na <texts>', 'values to treat as missing in addition to empty cells, such as NA'))
    .addOption(new Option('--format <name>', 'format of the output').choices(formats).default('text'))
    .option('--out <file>', 'write to this file instead of standard output')
    .addOption(
      new Option(
        '--input-format <name>',
        'format of the input; default: from the file extension, csv for standard input',
      ).choices(FILE_FORMATS),
    )
    .option('--delimiter <character>', 'cell delimiter of csv or tsv, such as ";" or tab', delimiter)
    .option('--decimal-comma', 'read numbers in csv or tsv with a decimal comma')
    .addOption(
      new Option('--reader <name>', 'reader of the input; default: duckdb if it is installed').choices([
        'duckdb',
        'stream',
      ]),
    );
}

function delimiter(text: string): string {
  if (text === 'tab' || text === '\\t') return '\t';
  if ([...text].length === 1 && !/["\r\n]/.test(text)) return text;
  throw new InvalidArgumentError('Expected "tab" or one character other than a quotation mark or line break.');
}
