import { describe, expect, test } from '@jest/globals';
import {
  CatMetric,
  ContingencyMetric,
  ContingencyTable,
  CramersV,
  MetricCollection,
  MetricInputError,
  MutualInfoScore,
  RandScore,
  SumMetric,
  type LabelBatch,
  Metric,
} from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { SumAndNumber } from './mean.ts';

const PREDS = [0, 0, 1, 2];
const TARGET = [0, 0, 1, 1];

/** Metric with an unshared state that rejects labels above 9. */
class LabelSum extends Metric<LabelBatch, number, SumAndNumber> {
  override createState(): SumAndNumber {
    return new SumAndNumber();
  }
  override updateState(state: SumAndNumber, ...[labels]: LabelBatch): void {
    const values = [...(labels as number[])].map(Number);
    if (values.some((value) => value > 9)) throw new MetricInputError('labels: above 9');
    for (const value of values) state.sum += value;
    state.number += values.length;
  }
  override computeFrom(state: SumAndNumber): number {
    return state.sum;
  }
}

/** Sum that rejects merges to a value above 5. */
class SmallSumAndNumber extends SumAndNumber {
  override merge(other: SumAndNumber): void {
    if (this.sum + other.sum > 5) throw new RangeError('above 5');
    super.merge(other);
  }
  override clone(): SmallSumAndNumber {
    return Object.assign(new SmallSumAndNumber(), this);
  }
}

class SmallSum extends LabelSum {
  override createState(): SumAndNumber {
    return new SmallSumAndNumber();
  }
}

describe('metrics with the same kind of state', () => {
  test('count each batch once, in update and in forward', () => {
    const counted: string[] = [];
    const members = metricClasses.map(([name, metricClass]) => {
      class Watched extends metricClass {
        override updateState(state: ContingencyTable, ...batch: LabelBatch): boolean {
          counted.push(name);
          return super.updateState(state, ...batch);
        }
      }
      return [name, new Watched()] as const;
    });
    const metrics = new MetricCollection(Object.fromEntries(members));
    metrics.update(PREDS, TARGET);
    expect(counted).toHaveLength(1);
    metrics.forward(PREDS, TARGET);
    expect(counted).toHaveLength(2);
    expect(Object.keys(metrics.compute())).toHaveLength(metricClasses.length);
  });

  test('share one table', () => {
    const read: ContingencyTable[] = [];
    class Reader extends ContingencyMetric {
      override computeFrom(table: ContingencyTable): number {
        read.push(table);
        return table.n;
      }
    }
    const inner = new MetricCollection({ third: new Reader({ ignoreLabel: 0 }) });
    const metrics = new MetricCollection({ first: new Reader(), second: new Reader(), inner });
    metrics.update(PREDS, TARGET);
    metrics.compute();
    expect(read).toHaveLength(3);
    expect(new Set(read).size).toBe(1);
  });

  test('with equal keys share a state, and a metric without a key has its own', () => {
    const metrics = new MetricCollection({
      mi: new MutualInfoScore(),
      sum: new LabelSum(),
      rand: new RandScore(),
      sumAgain: new LabelSum(),
    });
    metrics.update(PREDS, TARGET);
    expect(Object.keys(metrics.toJSON().state as object)).toHaveLength(3);
    expect(metrics.compute()).toMatchObject({ sum: 3, sumAgain: 3, rand: 5 / 6 });
  });

  test('do not share with a metric whose name equals their key', () => {
    const metrics = new MetricCollection({
      ContingencyTable: new LabelSum(),
      mi: new MutualInfoScore({ base: 2 }),
    });
    metrics.update(PREDS, TARGET);
    expect(metrics.compute()).toEqual({ ContingencyTable: 3, mi: 1 });
  });

  test('with equal keys all check a batch before any adds it', () => {
    const metrics = new MetricCollection({ mi: new MutualInfoScore(), rand: new RandScore() });
    expect(() => {
      metrics.update(PREDS, TARGET, { sampleWeight: [0.5, 1, 1, 1] });
    }).toThrow('RandScore: expected whole numbers as weights');
    expect(metrics.updateCount).toBe(0);
    expect(metrics.toJSON().state).toMatchObject({ ContingencyTable: { count: [] } });
  });
});

describe('several states change together or not at all', () => {
  const make = (sum: LabelSum) => {
    const metrics = new MetricCollection({ mi: new MutualInfoScore(), sum });
    metrics.update([0, 1], [0, 1]);
    return metrics;
  };
  const refused: [string, LabelSum, LabelBatch][] = [
    [
      'when the second refuses the batch',
      new LabelSum(),
      [
        [10, 11],
        [0, 1],
      ],
    ],
    ['when the first refuses the batch', new LabelSum(), [[0.5], [0]]],
    ['when the first takes the batch but can not join it', new LabelSum(), [['1'], ['1']]],
    ['when the second takes the batch but can not join it', new SmallSum(), [[5], [5]]],
  ];

  test.each(refused)('%s', (_, sum, batch) => {
    const metrics = make(sum);
    const before = JSON.stringify(metrics);
    expect(() => {
      metrics.update(...batch);
    }).toThrow();
    expect(() => metrics.forward(...batch)).toThrow();
    expect(JSON.stringify(metrics)).toBe(before);
  });

  test('in a merge', () => {
    const metrics = make(new LabelSum());
    const other = new MetricCollection({ mi: new MutualInfoScore(), sum: new LabelSum() });
    other.update(['1'], ['1']);
    const before = JSON.stringify(metrics);
    for (const each of [other, other.toJSON()]) {
      expect(() => {
        metrics.merge(each as never);
      }).toThrow(MetricInputError);
    }
    expect(JSON.stringify(metrics)).toBe(before);
  });

  test('a metric that is added later starts empty if its state is not shared', () => {
    const metrics = new MetricCollection({ mi: new MutualInfoScore() });
    metrics.update([0, 1], [0, 1]);
    const more = metrics.addMetrics({ sum: new LabelSum() });
    more.update([3], [3]);
    expect(more.compute().sum).toBe(3);
  });
});

test('metrics with different options stay separate if their first values are equal', () => {
  const metrics = new MetricCollection({
    all: new CramersV({ nanStrategy: 'replace' }),
    some: new CramersV({ nanStrategy: 'drop' }),
  });
  metrics.update([0, 1, 0, 1], [0, 1, 1, 1]);
  expect(metrics.compute().all).toBe(metrics.compute().some);
  metrics.update([0, 1, NaN, NaN], [0, 1, 0, 1]);
  expect(metrics.compute().all).not.toBe(metrics.compute().some);
  const lists = new MetricCollection({ cat: new CatMetric(), sum: new SumMetric() });
  lists.update([1, 2]);
  lists.update([3]);
  expect(lists.compute()).toEqual({ cat: Float64Array.of(1, 2, 3), sum: 6 });
});
