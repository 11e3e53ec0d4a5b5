import { Command, Option } from 'commander';
import type { CommandStreams } from './commandStreams.ts';
import { classifyCommand } from './classifyCommand.ts';
import { commonOptions } from './commonOptions.ts';
import { compareCommand } from './compareCommand.ts';
import { estimators } from './estimators.ts';
import { REPORT_FORMATS } from './formatReport.ts';
import { ListOption, readListOptions } from './listOption.ts';
import { mutualInfoCommand } from './mutualInfoCommand.ts';
import { outputTo } from './outputTo.ts';
import { regressCommand } from './regressCommand.ts';
import { reportCommand } from './reportCommand.ts';
import { retrieveCommand } from './retrieveCommand.ts';
import { above, share, whole } from './whole.ts';

/** Creates the command-line program. */
export function makeProgram(version: string, streams: CommandStreams): Command {
  const program = new Command('tfjs-metrics')
    .description(
      'Evaluates clusterings, classifiers, regressions and rankings, and estimates the mutual information of columns.',
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
  addRetrieve(program, streams);
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
  commonOptions(command, REPORT_FORMATS)
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
  commonOptions(command, REPORT_FORMATS)
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
  commonOptions(command, REPORT_FORMATS, { labels: false, random: false })
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

function addRetrieve(program: Command, streams: CommandStreams): void {
  const command = program
    .command('retrieve')
    .description('report on rankings, such as search results: scores, confidence intervals and the worst queries')
    .argument('<file>', 'input file with a row for each document of a query, or - for standard input')
    .requiredOption('--query <column>', 'column of queries')
    .requiredOption('--score <column>', 'column of the scores that documents are ranked by, the highest first')
    .requiredOption('--relevance <column>', 'column of grades of relevance, from 0 up, or true and false')
    .option('--ascending', 'low scores come first, as with ranks and distances', false)
    .option('--k <n>', 'number of first documents of nDCG, hit rate, precision and recall', whole(1), 10)
    .option('--min-relevance <grade>', 'smallest grade that counts as relevant; default: every grade above 0', above(0))
    .addOption(
      new Option('--gain <name>', 'gain of a grade g in nDCG: g, or 2^g − 1')
        .choices(['linear', 'exponential'])
        .default('linear'),
    )
    .addOption(
      new Option('--on-empty <action>', 'what a query without relevant documents counts as')
        .choices(['zero', 'skip', 'nan', 'throw'])
        .default('zero'),
    )
    .option('--worst <n>', 'number of queries to list, with the lowest nDCG first', whole(0), 10)
    .option('--title <text>', 'title of the report');
  commonOptions(command, REPORT_FORMATS, { random: false })
    .addHelpText(
      'after',
      examples(
        'retrieve results.csv --query q --score s --relevance r',
        'retrieve results.csv --query q --score rank --ascending --relevance grade --k 5 --on-empty skip',
        'retrieve results.parquet --query q --score s --relevance r --format html --out report.html',
      ),
    )
    .action((path: string, options) =>
      writeResult(options, [path], streams, () => retrieveCommand(path, options, streams)),
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
  commonOptions(command, ['text', 'json'])
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
  commonOptions(command, ['text', 'json'])
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
