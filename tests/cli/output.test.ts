import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from './commandRun.ts';
import { startProcess } from './startProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const ROWS = 'a,b\n0,0\n1,1\n';
const input = folder.file('in.csv', ROWS);
const place = (name: string): string => join(folder.path, name);
const to = (out: string): string[] => ['mi', input, '--x', 'a', '--y', 'b', '--estimator', 'discrete', '--out', out];
const temporaries = (): string[] => readdirSync(folder.path).filter((name) => name.includes('.tmp'));

describe('--out', () => {
  test('replaces a file, keeps its mode, and leaves no temporary file', async () => {
    const out = folder.file('old.txt', 'old');
    chmodSync(out, 0o640);
    expect(await run(to(out))).toEqual({ code: 0, out: '', err: `wrote ${out}\n` });
    expect(readFileSync(out, 'utf8')).toContain('0.693147 nats');
    expect(statSync(out).mode & 0o777).toBe(0o640);
    expect(temporaries()).toEqual([]);
  });

  test.each([
    ['that exists', 'target.txt'],
    ['that does not exist', 'made.txt'],
  ])('follows symbolic links to a file %s', async (_, target) => {
    if (target === 'target.txt') folder.file(target, 'old');
    symlinkSync(target, place(`one-${target}`));
    symlinkSync(`one-${target}`, place(`two-${target}`));
    expect((await run(to(place(`two-${target}`)))).code).toBe(0);
    expect(lstatSync(place(`one-${target}`)).isSymbolicLink()).toBe(true);
    expect(readFileSync(place(target), 'utf8')).toContain('0.693147 nats');
  });

  test('rejects an output that is an input under any of its names, before reading it', async () => {
    symlinkSync('in.csv', place('link.csv'));
    linkSync(input, place('hard.csv'));
    for (const out of [input, place('link.csv'), place('hard.csv')]) {
      const { code, err } = await run(to(out));
      expect({ code, err }).toEqual({
        code: 2,
        err: `tfjs-metrics: --out ${out}: expected a file that is not an input, got ${input}\n`,
      });
    }
    const state = folder.file('state.json', '{}');
    expect((await run(['report', '--merge', input, state, '--out', state])).code).toBe(2);
    expect(readFileSync(input, 'utf8')).toBe(ROWS);
  });

  test('rejects an output that is also standard input', async () => {
    const { code, err } = await startProcess(
      `"$@" < ${input}`,
      to(input).map((arg, i) => (i === 1 ? '-' : arg)),
    );
    expect(code).toBe(2);
    expect(err).toContain('got standard input');
    expect(readFileSync(input, 'utf8')).toBe(ROWS);
  });

  test.each([
    ['a folder', folder.path, 2, 'expected a file, got a folder'],
    ['a file in a folder that does not exist', join(folder.path, 'no', 'x.txt'), 1, 'its folder does not exist'],
  ])('rejects %s', async (_, out, code, message) => {
    const result = await run(to(out));
    expect(result).toMatchObject({ code, out: '' });
    expect(result.err).toContain(message);
  });

  test('keeps the old file and leaves no temporary file when the disk is full', async () => {
    const out = folder.file('kept.html', 'the old report');
    const args = ['report', 'examples/data/digits.csv', '--preds', 'cluster', '--target', 'target', '--format', 'json'];
    // Writing beyond a file size limit fails like writing to a full disk.
    const { code, err } = await startProcess(`trap '' XFSZ; ulimit -f 1; "$@"`, [...args, '--out', out]);
    expect(code).toBe(1);
    expect(err).toContain(`cannot write ${out}: EFBIG`);
    expect(readFileSync(out, 'utf8')).toBe('the old report');
    expect(temporaries()).toEqual([]);
  });

  test('writes directly to file descriptors, pipes and devices', async () => {
    const { code, out, err } = await startProcess(
      '(echo before; "$@" --out /dev/stdout; echo after)',
      to('unused').slice(0, -2),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^before\nmutual information [^]*\nafter\n$/);
    expect(err).toBe('wrote /dev/stdout\n');
    expect((await run(to('/dev/null'))).code).toBe(0);
  });
});

describe('a terminal', () => {
  const escape = '\u001b]0;title\u0007\u009b31m\u202e';
  test.each([
    ['an estimator', ['mi', input, '--x', 'a', '--y', 'b', '--estimator', escape]],
    ['a command', [escape]],
    ['an option', [...to('/dev/null'), `--${escape}`]],
    ['a file', to('/dev/null').map((arg) => (arg === input ? `${escape}.csv` : arg))],
    ['an output', to(join(folder.path, escape))],
    ['a column', ['mi', input, '--x', escape, '--y', 'b']],
    ['a list', ['compare', input, '--target', 'a', '--preds', `,${escape}`]],
    ['a number', ['mi', input, '--x', 'a', '--y', 'b', '--bins', escape]],
    ['a label', ['mi', folder.file('label.csv', `a,b\n${escape},1\n`), '--x', 'a', '--y', 'b', '--estimator', 'soft']],
    ['a title', ['report', input, '--preds', 'a', '--target', 'b', '--title', escape, '--format', 'json']],
  ])('gets no control characters from %s', async (_, args) => {
    const { out, err } = await run(args);
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(out + err).toContain('\\u001b');
  });

  test('gets escaped JSON with unchanged values', async () => {
    const args = ['report', input, '--preds', 'a', '--target', 'b', '--title', escape, '--format', 'json'];
    expect((JSON.parse((await run(args)).out) as { title: string }).title).toBe(escape);
  });

  test('that cannot be written to ends a command with a one-line error', async () => {
    const { code, err } = await startProcess('"$@" > /dev/full', ['--version']);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'tfjs-metrics: cannot write to standard output: ENOSPC: no space left on device, write\n',
    });
  });
});
