import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { accuracy, auroc, f1Score, logLoss } from 'tfjs-metrics';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { startProcess } from './startProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const random = RandomSource.of(5);
const CLASSES = ['cat', 'cow', 'dog'];
const target = Array.from({ length: 200 }, () => random.integer(3));
const scores = target.map((label) => {
  const row = CLASSES.map((_, k) => random.uniform() + (k === label ? 0.6 : 0));
  const sum = row.reduce((total, value) => total + value, 0);
  return row.map((value) => value / sum);
});
const names = target.map((label) => CLASSES[label]!);
const preds = scores.map((row) => CLASSES[row.indexOf(Math.max(...row))]!);
const lines = names.map((name, i) => [name, preds[i], ...scores[i]!, Number(name === 'dog')].join());
const path = folder.file('pets.csv', `truth,pred,p_cat,p_cow,p_dog,isDog\n${lines.join('\n')}\n`);
const ALL = ['--scores', 'p_cat,p_cow,p_dog'];
const args = (...more: string[]): string[] => ['classify', path, '--target', 'truth', ...more];

interface Reported {
  readonly samples: number;
  readonly scores: { name: string; value: number }[];
  readonly warnings: string[];
  readonly classes: { label: string | number }[];
}

async function reported(...more: string[]): Promise<Reported> {
  const { code, out, err } = await run(args(...more, '--format', 'json', '--draws', '20'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Reported;
}

const valueOf = ({ scores: all }: Reported, name: string): number => all.find((score) => score.name === name)!.value;

describe('tfjs-metrics classify', () => {
  test('scores predictions', async () => {
    const report = await reported('--preds', 'pred');
    expect(valueOf(report, 'accuracy')).toBe(accuracy(preds, names));
    expect(valueOf(report, 'macroF1Score')).toBe(f1Score(preds, names, { average: 'macro' }));
    expect(report.classes.map(({ label }) => label)).toEqual(CLASSES);
  });

  test.each(['duckdb', 'stream'])('scores probabilities of each class with the reader %s', async (reader) => {
    const report = await reported(...ALL, '--preds', 'pred', '--reader', reader);
    expect(valueOf(report, 'auroc')).toBeCloseTo(auroc(scores, target, { multiclass: 'ovr' }), 12);
    expect(valueOf(report, 'logLoss')).toBeCloseTo(logLoss(scores, target), 12);
    expect(report.warnings.join()).not.toContain('not that of the scores');
    const named = await reported(...ALL, '--labels', 'cat,cow,dog');
    expect(named.scores).toEqual(report.scores);
  });

  test('scores the probability of a positive class, above a threshold', async () => {
    const bits = names.map((name) => Number(name === 'dog'));
    const dog = scores.map((row) => row[2]!);
    const isDog = ['classify', path, '--target', 'isDog', '--score', 'p_dog', '--format', 'json', '--draws', '20'];
    const report = JSON.parse((await run([...isDog, '--threshold', '0.4'])).out) as Reported;
    expect(valueOf(report, 'auroc')).toBeCloseTo(auroc(dog, bits), 12);
    expect(valueOf(report, 'f1Score')).toBe(f1Score(dog, bits, { threshold: 0.4 }));
    const yes = names.map((name, i) => `${name === 'dog' ? 'yes' : 'no'},${dog[i]!}`);
    const mail = folder.file('yes.csv', `t,p\n${yes.join('\n')}\n`);
    const call = ['classify', mail, '--target', 't', '--score', 'p', '--positive', 'yes', '--format', 'json'];
    expect(valueOf(JSON.parse((await run(call)).out) as Reported, 'f1Score')).toBe(f1Score(dog, bits));
  });

  test('writes every format, in a separate process', async () => {
    for (const [format, start] of [
      ['text', /^Pets\n═{4}\n200 samples, 3 classes\n/],
      ['markdown', /^# Pets\n/],
      ['html', /^<!doctype html>/],
    ] as const) {
      const call = args(...ALL, '--title', 'Pets', '--format', format, '--draws', '20');
      const { code, out, err } = await startProcess('"$@"', call);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(start);
    }
  });

  test('leaves out missing rows and ignored targets, and warns', async () => {
    const some = lines.map((line, i) => (i < 20 ? line.replace(/^[^,]*,[^,]*,[^,]*/, 'cat,cat,') : line));
    const missing = folder.file('missing.csv', `truth,pred,p_cat,p_cow,p_dog,isDog\n${some.join('\n')}\n`);
    const call = ['classify', missing, '--target', 'truth', ...ALL, '--drop-missing', '--ignore-label', 'cow'];
    const { code, out } = await run([...call, '--format', 'json', '--draws', '20']);
    expect(code).toBe(0);
    const report = JSON.parse(out) as Reported;
    const cows = names.slice(20).filter((name) => name === 'cow').length;
    expect(report.samples).toBe(180 - cows);
    expect(report.warnings[0]).toContain(`20 with missing values, ${cows} with ignored labels`);
  });

  test.each([
    [[], 'expected --preds, --score or --scores, got none'],
    [['--score', 'p_cat', ...ALL], 'expected --score or --scores, got both'],
    [['--scores', 'p_cat'], 'expected at least two columns in --scores, got 1; use --score'],
    [['--scores', 'p_cat,p_cat'], 'expected distinct columns in --scores, got "p_cat" twice'],
    [['--preds', 'pred', '--threshold', '0.3'], 'expected --threshold only with --score and no --preds'],
    [['--preds', 'pred', '--logits'], 'expected --logits only with --score or --scores'],
    [['--preds', 'pred', '--labels', 'a'], 'expected --labels only with --scores'],
    [['--preds', 'prde'], 'did you mean "pred"?'],
    [['--score', 'p_cat'], 'expected --positive, got none; name one of the classes "cat", "cow", "dog"'],
    [['--score', 'p_cat', '--positive', 'cat'], 'expected two classes for --score, got 3'],
    [
      ['--preds', 'pred', '--positive', 'bee'],
      'expected --positive to be one of the classes "cat", "cow", "dog", got "bee"',
    ],
    [['--scores', 'p_cat,p_cow'], 'expected columns in --scores that end with the classes'],
    [[...ALL, '--labels', 'cat,cow'], 'expected 3 names in --labels, as columns in --scores, got 2'],
    [[...ALL, '--labels', 'cat,cow,bee'], 'expected a name in --labels for each class, got none for "dog"'],
  ])('invalid arguments %j exit with code 2', async (more, message) => {
    const { code, out, err } = await run(args(...more));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test.each([
    [
      't,p\n0,0.5\n1,1.5\n',
      ['--score', 'p'],
      'column "p", row 2: expected a probability from 0 to 1, got 1.5; --logits',
    ],
    ['t,p\n0,0.5\n1,NaN\n', ['--score', 'p'], 'row 2: expected a finite number, got "NaN"'],
    ['t,p\n0,0.5\n1,\n', ['--score', 'p'], 'row 2: expected a value, got a missing one'],
    [
      't,p0,p1,p2\n0,0.5,0.2,0.2\n',
      ['--scores', 'p0,p1,p2'],
      'row 1: expected probabilities in --scores with a sum of 1',
    ],
    ['t,p\n', ['--preds', 'p'], 'expected at least one row, got none'],
    ['t,p\n0,0\n', ['--preds', 'p', '--ignore-label', '0'], 'expected at least one sample without ignored labels'],
  ])('invalid data %j exit with code 1', async (text, more, message) => {
    const file = folder.file('invalid.csv', text);
    const { code, out, err } = await run(['classify', file, '--target', 't', ...more]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
  });

  test('reads predictions and targets as text if one of them has text', async () => {
    const file = folder.file('mixed.csv', 't,p\n1,1\n2,2\nother,1\n');
    const { out, code } = await run(['classify', file, '--target', 't', '--preds', 'p', '--format', 'json']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Reported).classes.map(({ label }) => label)).toEqual(['1', '2', 'other']);
  });
});

describe('tfjs-metrics compare --classifiers', () => {
  const file = join(folder.path, 'pets.csv');

  test('compares predicted classes, with intervals of the differences', async () => {
    const twin = folder.file(
      'twins.csv',
      `truth,a,b\n${names.map((name, i) => `${name},${preds[i]!},${i % 3 === 0 ? 'cat' : preds[i]!}`).join('\n')}\n`,
    );
    const call = ['compare', twin, '--target', 'truth', '--preds', 'a,b', '--classifiers'];
    const { out, code } = await run([...call, '--format', 'json', '--draws', '50']);
    expect(code).toBe(0);
    const { scores: all, differences } = JSON.parse(out) as {
      scores: { score: string; values: { value: number }[] }[];
      differences: { score: string; difference: { value: number; lower: number } }[];
    };
    expect(all.map(({ score }) => score)).toEqual(['accuracy', 'balancedAccuracy', 'macroF1Score', 'matthewsCorrCoef']);
    expect(all[0]!.values[0]!.value).toBe(accuracy(preds, names));
    expect(differences[0]!.difference.lower).toBeGreaterThan(0);
    expect((await run([...call, '--draws', '50'])).out).toMatch(/score +classifiers +difference +beyond chance/);
  });

  test('rejects a column without classes of the target', async () => {
    const call = ['compare', file, '--target', 'truth', '--preds', 'pred,isDog', '--classifiers'];
    expect(await run(call)).toMatchObject({ code: 1, out: '' });
    expect((await run(call)).err).toContain('column "isDog": expected classes of the target, got none of them');
  });
});
