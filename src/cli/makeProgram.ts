import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandStreams } from './commandStreams.ts';
import { classifyCommand } from './classifyCommand.ts';
import { compareCommand } from './compareCommand.ts';
import { estimators } from './estimators.ts';
import { FILE_FORMATS } from './files/fileFormat.ts';
import { REPORT_FORMATS } from './formatReport.ts';
import { LIST_SYNTAX, ListOption, readListOptions } from './listOption.ts';
import { mutualInfoCommand } from './mutualInfoCommand.ts';
import { outputTo } from './outputTo.ts';
import { regressCommand } from './regressCommand.ts';
import { reportCommand } from './reportCommand.ts';

/** Creates the command-line program. */
export function makeProgram(version: string, streams: CommandStreams): Command {
  const program = new Command('tfjs-metrics')
    .description(
      'Evaluates clusterings, classifiers and regressions, and estimates the mutual information of columns in a file.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .showHelpAfterError('(run tfjs-metrics --help for usage)')
    .hook('preAction', (_, command) => readListOptions(command));
  addReport(program, streams);
  addClassify(program, streams);
  addRegress(program, streams);
  addCompare(program, streams);
  addMutualInfo(program, streams);
  return program;
}

function addReport(program: Command, streams: CommandStreams): void {
  const command = program
    .command('report')
    .description('report on a clustering: scores, confidence intervals, warnings and confusions')
    .argument('<file...>', 'input file, or - for standard input; with --merge, files of saved states')
    .option('--preds <column>', 'column of cluster labels')
    .option('--target <column>', 'column of true classes')
    .addOption(
      new ListOption(
        '--features <columns>',
        'numeric columns, as A,B,C; all: every column except labels and an unnamed index',
        'all',
      ),
    )
    .option('--title <text>', 'title of the report')
    .option('--merge', 'merge saved states of metrics (JSON) and report on them', false)
    .option(
      '--max-samples <n>',
      'maximum number of rows for silhouette, Davies–Bouldin and Dunn; more are subsampled at random',
      whole(2),
      10_000,
    );
  common(command, REPORT_FORMATS)
    .addHelpText(
      'after',
      examples(
        'report digits.csv --preds cluster --target digit',
        'report digits.parquet --preds cluster --features all --format html --out report.html',
        'report --merge worker1.json worker2.json',
      ),
    )
    .action((paths: string[], options) =>
      writeResult(options, paths, streams, () => reportCommand(paths, options, streams)),
    );
}

function addClassify(program: Command, streams: CommandStreams): void {
  const command = program
    .command('classify')
    .description('report on a classifier: scores, confidence intervals, warnings, confusions and curves')
    .argument('<file...>', 'input file, or - for standard input; with --merge, files of saved metrics')
    .option('--target <column>', 'column of true classes')
    .option('--preds <column>', 'column of predicted classes; default: from the scores')
    .option('--score <column>', 'column of the probability of the positive class')
    .option('--positive <label>', 'label of the positive class; default: 1')
    .addOption(new ListOption('--scores <columns>', 'columns of the probabilities of each class, as A,B,C'))
    .addOption(
      new ListOption('--labels <labels>', 'class of each column of --scores; default: from the ends of their names'),
    )
    .option('--threshold <share>', 'probability above which a row is predicted as positive; default: 0.5', share)
    .option('--logits', 'the scores are logits, not probabilities', false)
    .option('--bins <n>', 'number of bins of the reliability diagram', whole(1), 15)
    .option(
      '--thresholds <n>',
      'number of thresholds between which the scores are counted, for files with many distinct scores; default: exact',
      whole(2),
    )
    .option('--merge', 'merge saved metrics (JSON) and report on them', false)
    .option('--draws <n>', 'number of bootstrap tables; default: 1000, fewer for large tables', whole(2))
    .option('--title <text>', 'title of the report');
  common(command, REPORT_FORMATS)
    .addHelpText(
      'after',
      examples(
        'classify mail.csv --target label --preds predicted',
        'classify mail.csv --target label --score p_spam --positive spam',
        'classify pets.parquet --target pet --scores p_cat,p_dog,p_cow --format html --out report.html',
        'classify --merge worker1.json worker2.json',
      ),
    )
    .action((paths: string[], options) =>
      writeResult(options, paths, streams, () => classifyCommand(paths, options, streams)),
    );
}

function addRegress(program: Command, streams: CommandStreams): void {
  const command = program
    .command('regress')
    .description('report on a regression: scores, confidence intervals, warnings, residuals and the worst rows')
    .argument('<file>', 'input file, or - for standard input')
    .requiredOption('--target <column>', 'column of true values')
    .requiredOption('--preds <column>', 'column of predicted values')
    .option('--names <column>', 'column that names the worst rows; default: row numbers, from 1')
    .option('--worst <n>', 'number of rows to list, with the largest residuals first', whole(0), 10)
    .option('--title <text>', 'title of the report');
  common(command, REPORT_FORMATS)
    .addHelpText(
      'after',
      examples(
        'regress houses.csv --target price --preds predicted',
        'regress houses.parquet --target price --preds predicted --names id --format html --out report.html',
      ),
    )
    .action((path: string, options) =>
      writeResult(options, [path], streams, () => regressCommand(path, options, streams)),
    );
}

function addCompare(program: Command, streams: CommandStreams): void {
  const command = program
    .command('compare')
    .description(
      'compare clusterings, classifiers or regressions of the same rows, with confidence intervals of their differences',
    )
    .argument('<file>', 'input file, or - for standard input')
    .requiredOption('--target <column>', 'column of true classes or values')
    .addOption(
      new ListOption(
        '--preds <columns>',
        'columns of cluster labels, predicted classes or predicted values, as A,B,C',
      ).makeOptionMandatory(),
    )
    .option('--classifiers', 'the columns are predicted classes, not clusters', false)
    .option('--regressions', 'the columns are predicted values, not clusters', false)
    .addOption(
      new ListOption(
        '--scores <names>',
        'scores to compare, as adjustedRandScore,purityScore; all: every score',
        'all',
      ),
    )
    .option('--draws <n>', 'number of bootstrap tables; default: 1000, fewer for large tables', whole(2))
    .option('--confidence <share>', 'confidence level of the intervals, between 0 and 1', share, 0.95);
  common(command, ['text', 'json'])
    .addHelpText(
      'after',
      examples(
        'compare runs.csv --target class --preds kmeans,dbscan',
        'compare runs.csv --target class --preds tree,forest --classifiers',
        'compare houses.csv --target price --preds line,tree --regressions',
      ),
    )
    .action((path: string, options) =>
      writeResult(options, [path], streams, () => compareCommand(path, options, streams)),
    );
}

function addMutualInfo(program: Command, streams: CommandStreams): void {
  const names = Object.keys(estimators);
  const command = program
    .command('mi')
    .description('estimate the mutual information of two columns, or of two groups of numeric columns')
    .argument('<file>', 'input file, or - for standard input')
    .addOption(
      new ListOption('--x <columns>', 'first variable: a column, or numeric columns, as A,B,C').makeOptionMandatory(),
    )
    .addOption(new ListOption('--y <columns>', 'second variable').makeOptionMandatory())
    .addOption(new Option('--estimator <name>', 'estimator of the mutual information').choices(names).default('auto'))
    .option('--base <number>', 'base of the logarithm, such as 2 for bits; default: e', above(1))
    .option('--bins <n>', 'number of bins per column, for soft', whole(2), 32)
    .option('--k <n>', 'number of neighbors, for auto, ksg and mixed', whole(1), 3)
    .option('--permutations <n>', 'number of permutations of the test, for auto', whole(1), 99)
    .option('--groups <column>', 'column of groups of rows that depend on each other, for critics')
    .option(
      '--max-steps <n>',
      'maximum number of training steps of a critic; 0: none is trained; default: 5000',
      whole(0),
    )
    .option(
      '--max-samples <n>',
      'maximum number of rows to compare; more are subsampled at random; default: 5000 for auto, 100000 for ksg and mixed',
      whole(2),
    );
  const known = names.map((name) => `  ${name.padEnd(10)}${estimators[name]!.summary}`);
  common(command, ['text', 'json'])
    .addHelpText('after', `\nEstimators:\n${known.join('\n')}`)
    .addHelpText(
      'after',
      examples(
        'mi sales.csv --x price --y sold',
        'mi data.parquet --x "text_*" --y "image_*"',
        'mi labels.parquet --x predicted --y true --estimator discrete --base 2',
      ),
    )
    .action((path: string, options) =>
      writeResult(options, [path], streams, () => mutualInfoCommand(path, options, streams)),
    );
}

/** Adds the options shared by all commands. */
function common(command: Command, formats: readonly string[]): Command {
  return command
    .addHelpText('after', `\n${LIST_SYNTAX}`)
    .addOption(new ListOption('--ignore-label <labels>', 'leave out rows with these labels, such as -1 or A,B,C'))
    .option('--drop-missing', 'leave out rows with a missing value', false)
    .addOption(new ListOption('--na <texts>', 'values to treat as missing in addition to empty cells, such as NA'))
    .option('--seed <n>', 'seed of the random numbers', whole(0), 0)
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

/** Runs a command and writes its result to standard output or the file given by `--out`. */
async function writeResult(
  { out }: { readonly out?: string | undefined },
  inputs: readonly string[],
  streams: CommandStreams,
  command: () => Promise<string>,
): Promise<void> {
  const write = await outputTo(out, inputs, streams);
  await write(await command());
}

function examples(...calls: readonly string[]): string {
  return `\nExamples:\n${calls.map((call) => `  tfjs-metrics ${call}`).join('\n')}`;
}

function delimiter(text: string): string {
  if (text === 'tab' || text === '\\t') return '\t';
  if ([...text].length === 1 && !/["\r\n]/.test(text)) return text;
  throw new InvalidArgumentError('Expected "tab" or one character other than a quotation mark or line break.');
}

function whole(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected an integer of at least ${least}.`);
  };
}

function above(bound: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isFinite(value) && value > bound) return value;
    throw new InvalidArgumentError(`Expected a number above ${bound}.`);
  };
}

function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Expected a number between 0 and 1.');
}
