import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  averagePrecisionCoverageTable,
  delongCoverageTable,
  delongTestTable,
  probabilityCoverageTable,
  wilsonCoverageTable,
} from '../../scripts/classifierCoverage.ts';
import { regressionCoverageTable } from '../../scripts/regressionCoverage.ts';
import { coverageTable, truths } from '../../scripts/intervalCoverage.ts';
import { rankingCoverageTable } from '../../scripts/rankingCoverage.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Returns the output of a script. */
async function printedBy(program: string): Promise<string> {
  const lines: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
  await import(`../../scripts/${program}.ts`);
  return lines.join('\n');
}

const guide = readFileSync('docs/how-scores-behave.md', 'utf8');

test('the guide shows the scores of the digits', async () => {
  const table = await printedBy('scoresOfDigits');
  expect(guide).toContain(`\n\n${table}\n\n`);
});

describe('the simulation of estimators for 50 samples in 8 × 8 cells', () => {
  /** Bias and root mean squared error of an estimator, for each distribution. */
  let outcomes: Map<string, [bias: number, error: number][]>;

  test('gives the table in the guide', async () => {
    const table = await printedBy('estimatorBias');
    expect(guide).toContain(`\n\n${table}\n\n`);
    const lines = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    outcomes = new Map(
      lines.slice(2).map(([, name, ...cells]) => [
        name!,
        cells.slice(0, -1).map((cell) => {
          const [bias, error] = cell.replace('−', '-').replace(')', '').split(' (').map(Number);
          return [bias!, error!];
        }),
      ]),
    );
    expect(outcomes.size).toBe(7);
  });

  test('gives a plug-in bias close to the theoretical one', () => {
    // First order in 1/n; the second order adds about a tenth.
    const expected = (7 * 7) / (2 * 50);
    const [bias] = outcomes.get('plugIn')![0]!;
    expect(bias / expected).toBeGreaterThan(1);
    expect(bias / expected).toBeLessThan(1.25);
  });

  test('gives no bias for independent labels after subtraction of the expected value', () => {
    for (const truth of [0, 1]) {
      const [bias, error] = outcomes.get('plugIn − expected')![truth]!;
      expect(Math.abs(bias)).toBeLessThan((4 * error) / Math.sqrt(2000) + 5e-4);
    }
  });

  test('gives a lower error with every correction if labels are weakly dependent or independent', () => {
    for (const truth of [0, 1, 2]) {
      const [plugInBias, plugInError] = outcomes.get('plugIn')![truth]!;
      for (const [name, of] of outcomes) {
        if (name === 'plugIn') continue;
        const [bias, error] = of[truth]!;
        expect(Math.abs(bias)).toBeLessThan(plugInBias);
        expect(error).toBeLessThan(plugInError);
      }
    }
  });

  test.each(['grassberger', 'jackknife', 'chaoShen'])('gives %s estimates within 0.2 nats', (name) => {
    for (const [bias] of outcomes.get(name)!) expect(Math.abs(bias)).toBeLessThan(0.2);
  });
});

describe('the simulation of interval coverage', () => {
  test('gives the rows in the guide', () => {
    const small = { sizes: [30], repetitions: 1, draws: 2, truths: truths.slice(0, 1) };
    const lines = coverageTable({ ...small, methods: ['basic', 'testInversion'] }).split('\n');
    const names = lines.slice(2).map((line) => line.split('|').slice(1, 3).join('|'));
    const shown = guide.split('\n').filter((line) => /\| `(basic|testInversion)` /.test(line));
    expect(shown.map((line) => line.split('|').slice(1, 3).join('|'))).toEqual(names);
  });

  test('gives the rows and columns of the tables of classifiers, regressions and rankings in the guide', () => {
    const cellsOf = (line: string): string[] =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
    /** Head of a table, and the first cells of its rows. */
    const namesOf = (table: string): string[][] => {
      const [head, , ...rows] = table.split('\n').map(cellsOf);
      return [head!, ...rows.map((row) => row.slice(0, head![1] === 'score' || head![1] === 'residuals' ? 2 : 1))];
    };
    const shown = guide.split('\n\n').filter((block) => block.startsWith('|'));
    for (const table of [
      delongCoverageTable(1),
      averagePrecisionCoverageTable(1),
      probabilityCoverageTable({ sizes: [50, 100, 300, 1000], repetitions: 0, many: 100 }),
      delongTestTable(1),
      regressionCoverageTable({ sizes: [20, 50, 100, 300, 1000], repetitions: 0, many: 100 }),
      rankingCoverageTable({ sizes: [10, 30, 100, 300], repetitions: 1, many: 100 }),
    ]) {
      expect(shown.map(namesOf)).toContainEqual(namesOf(table));
    }
    expect(guide).toContain(`\n\n${wilsonCoverageTable([10, 30, 100])}\n\n`);
  });
});
