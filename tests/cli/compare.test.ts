import { describe, expect, test } from '@jest/globals';
import { adjustedRandScore, bootstrapInterval, ContingencyTable, matthewsCorrCoef, wilsonInterval } from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();

describe('tfjs-metrics compare', () => {
  const rows = Array.from({ length: 300 }, (_, i) => {
    const truth = i % 3;
    return [truth, i % 10 === 0 ? (truth + 1) % 3 : truth, (i >> 2) % 3, i % 10 === 0 ? (truth + 1) % 3 : truth].join();
  });
  const path = folder.file('runs.csv', `truth,good,poor,twin\n${rows.join('\n')}\n`);

  test('compares clusterings and shows which differences are significant', async () => {
    const args = ['compare', path, '--target', 'truth', '--preds', 'good,poor,twin'];
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toMatch(/adjustedRandScore +good − poor +0\.\d+ \[.*\] +yes/);
    expect(out).toMatch(/adjustedRandScore +good − twin +0\.0000 \[0\.0000, 0\.0000\] +no/);
  });

  test('compares the scores named by --scores, and every score of two labelings by "all"', async () => {
    const scoresOf = async (...scores: string[]): Promise<string[]> => {
      const call = ['compare', path, '--target', 'truth', '--preds', 'good,poor', '--draws', '2', '--format', 'json'];
      const { out } = await run([...call, ...scores]);
      return (JSON.parse(out) as { scores: { score: string }[] }).scores.map(({ score }) => score);
    };
    expect(await scoresOf('--scores', 'purityScore, jaccardScore')).toEqual(['purityScore', 'jaccardScore']);
    expect(await scoresOf('--classifiers', '--scores', 'accuracy')).toEqual(['accuracy']);
    const all = metricClasses.map(([name]) => name.charAt(0).toLowerCase() + name.slice(1));
    expect((await scoresOf('--scores', 'all')).sort()).toEqual(all.sort());
    const { code, err } = await run(['compare', path, '--target', 'truth', '--preds', 'good,poor', '--scores', 'f1']);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/expected scores from .*purityScore.* in --scores, got "f1"/),
    ]);
  });

  test('distinguishes columns whose names contain spaces', async () => {
    const spaced = folder.file('spaced.csv', 't,a,b,a b\n0,0,0,0\n0,1,0,0\n1,1,0,1\n1,0,1,1\n2,0,1,2\n2,1,1,2\n');
    const call = ['compare', spaced, '--target', 't', '--preds', '["a", "b", "a b"]', '--scores', 'purityScore'];
    const { out } = await run([...call, '--draws', '2', '--format', 'json']);
    const { scores } = JSON.parse(out) as { scores: { values: { value: number }[] }[] };
    expect(scores[0]!.values.map(({ value }) => value.toFixed(3))).toEqual(['0.333', '0.667', '1.000']);
  });

  describe('with labels to ignore', () => {
    const noisy = folder.file('noisy.csv', 't,a,b\n0,0,0\n0,0,1\n1,-1,1\n1,-1,1\n2,2,-1\n2,2,2\n0,0,0\n1,1,1\n');
    const args = ['compare', noisy, '--target', 't', '--preds', 'a,b', '--draws', '20'];

    test('scores each clustering on its own rows and shows their number', async () => {
      const { out } = await run([...args, '--ignore-label', '-1', '--format', 'json']);
      const { samples, clusterings, scores, differences } = JSON.parse(out) as {
        samples: number;
        clusterings: unknown;
        scores: { score: string; values: { value: number }[] }[];
        differences: { difference: { value: number } }[];
      };
      expect(samples).toBe(8);
      expect(clusterings).toEqual([
        { preds: 'a', samples: 6 },
        { preds: 'b', samples: 7 },
      ]);
      const [a, b] = scores.find(({ score }) => score === 'adjustedRandScore')!.values;
      expect(a!.value).toBe(adjustedRandScore([0, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 1]));
      expect(b!.value).toBe(adjustedRandScore([0, 1, 1, 1, 2, 0, 1], [0, 0, 1, 1, 2, 0, 1]));
      expect(differences[1]!.difference.value).toBe(a!.value - b!.value);
      const text = (await run([...args, '--ignore-label', '-1'])).out;
      expect(text).toMatch(/samples +6 +7/);
      expect(text).toContain('so the scores are computed on different rows');
    });

    test('rejects a clustering without remaining rows', async () => {
      const answer = await run([...args, '--ignore-label', '-1,0,1,2']);
      expect(answer).toMatchObject({ code: 1, out: '' });
      expect(answer.err).toContain('compare: column "a": expected at least one row without ignored labels, got none');
    });
  });

  test('intervals are clipped to the range of the score, and omitted for large tables by default', async () => {
    const few = Array.from({ length: 12 }, (_, i) => `${i % 2},${i % 2},${i === 0 ? 1 : i % 2}`);
    const small = folder.file('near.csv', `t,a,b\n${few.join('\n')}\n`);
    const near = JSON.parse(
      (await run(['compare', small, '--target', 't', '--preds', 'a,b', '--format', 'json'])).out,
    ) as { scores: { values: { upper: number }[] }[] };
    for (const { values } of near.scores) {
      for (const { upper } of values) expect(upper).toBeLessThanOrEqual(1);
    }
    const many = Array.from({ length: 30_000 }, (_, i) => `${i},${i % 5},${i}`);
    const large = folder.file('many.csv', `t,a,b\n${many.join('\n')}\n`);
    const { out, code } = await run(['compare', large, '--target', 't', '--preds', 'a,b']);
    expect(code).toBe(0);
    expect(out).toContain('intervals omitted because the table is large; set --draws to compute them');
    expect(out).toMatch(/adjustedRandScore +0\.0000 +1\.0000\n/);
  });

  test('prints JSON that is deterministic for a seed', async () => {
    const args = [
      'compare',
      path,
      '--target',
      'truth',
      '--preds',
      'good,poor',
      '--format',
      'json',
      '--draws',
      '50',
      '--seed',
      '7',
    ];
    const { out } = await run(args);
    expect((await run(args)).out).toBe(out);
    const { samples, scores, differences } = JSON.parse(out) as Record<string, never[]>;
    expect(samples).toBe(300);
    expect(scores).toHaveLength(5);
    expect(differences).toHaveLength(5);
  });

  test('gives the intervals of the functions of the package for each column', async () => {
    const right = Array.from({ length: 60 }, (_, i) => [i % 3, i % 3, i === 0 ? 1 : i % 3]);
    const file = folder.file('right.csv', `t,a,b\n${right.map((row) => row.join()).join('\n')}\n`);
    const call = ['compare', file, '--target', 't', '--preds', 'a,b', '--classifiers', '--draws', '200'];
    const { out } = await run([...call, '--format', 'json']);
    const { scores } = JSON.parse(out) as { scores: { score: string; values: object[] }[] };
    const intervalsOf = (score: string): object[] => scores.find((each) => each.score === score)!.values;
    expect(intervalsOf('accuracy')).toMatchObject([wilsonInterval(60, 60), wilsonInterval(59, 60)]);
    const table = ContingencyTable.of(
      right.map(([, , pred]) => pred!),
      right.map(([target]) => target!),
    );
    const kappa = bootstrapInterval(matthewsCorrCoef, table, { draws: 200 });
    expect(intervalsOf('matthewsCorrCoef')[1]).toMatchObject({ lower: kappa.lower, upper: kappa.upper });
  });
});
