import { mutualInfoScore, type Labels } from 'tfjs-metrics';
import { hashLabels } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race, type Contender } from '../timing.ts';

const SAMPLES = 1e6;

/** Labels as 32-bit integers, and in another form. */
interface LabelForms {
  readonly int32: readonly [preds: Int32Array, target: Int32Array];
  readonly other: readonly [preds: Labels, target: Labels];
}

const labelForms = (k: number, toForm: (labels: Int32Array) => Labels) => (): LabelForms => {
  const { preds, target } = hashLabels({ n: SAMPLES, k, seed: 1, agree: 0.5 });
  return { int32: [preds, target], other: [toForm(preds), toForm(target)] };
};

const ours = inProcess<LabelForms>('ours', ({ other }) => mutualInfoScore(...other));
const int32 = { ...inProcess<LabelForms>('our Int32Array', ({ int32 }) => mutualInfoScore(...int32)), timesAsLong: 3 };
const pythonPeer = python('labelInputs.py');
const numpy = (name: string, run: string): Contender<LabelForms> =>
  peer(name, pythonPeer, run, ({ other: [preds, target] }) => [target as Float32Array, preds as Float32Array]);

/** Strings as they are read from a file: equal strings are different objects. */
const toStrings = (labels: Int32Array): string[] => Array.from(labels, (label) => `label ${label}`);

/** Whole numbers of 52 bits. */
const toIds = (labels: Int32Array): Float64Array => Float64Array.from(labels, (label, i) => label * 2 ** 32 + i);

/** Score of labels of another type than 32-bit integers, compared with the score of the same labels as integers. */
const ofType = (type: string, k: number, toForm: (labels: Int32Array) => Labels): BenchmarkCase =>
  race({
    name: `mutualInfoScore, 10⁶ samples, ${k} × ${k} labels, ${type}`,
    given: labelForms(k, toForm),
    ours,
    opponents: [int32],
  });

/** Scores of every common type of labels. */
export const labelInputs: readonly BenchmarkCase[] = [
  race({
    name: 'mutualInfoScore, 10⁶ samples, 100 × 100 labels, Float32Array',
    given: labelForms(100, (labels) => Float32Array.from(labels)),
    ours,
    opponents: [int32, { ...numpy('NumPy astype and bincount', 'bincount_mutual_info'), timesAsFast: 1 }],
  }),
  race({
    name: 'mutualInfoScore, 10⁶ samples, 100 × 100 labels, array of strings',
    given: labelForms(100, toStrings),
    ours,
    opponents: [
      {
        ...peer<LabelForms>('pandas factorize and NumPy bincount', pythonPeer, 'factorize_mutual_info', ({ int32 }) => [
          ...int32,
        ]),
        timesAsFast: 1,
        rounds: 5,
      },
    ],
  }),
  race({
    name: 'mutualInfoScore, 10⁶ samples, 10⁶ × 10⁶ labels, Float64Array of 52-bit integers',
    given: labelForms(2 ** 20, toIds),
    rounds: 5,
    ours,
    opponents: [{ ...numpy('NumPy unique', 'unique_mutual_info'), timesAsFast: 1, rounds: 3 }],
  }),
  ofType('array of numbers', 100, (labels) => Array.from(labels)),
  ofType('Uint8Array', 100, (labels) => Uint8Array.from(labels)),
  ofType('BigInt64Array', 100, (labels) => BigInt64Array.from(labels, BigInt)),
  ofType('array of booleans', 2, (labels) => Array.from(labels, Boolean)),
  ofType('boolean tensor', 2, (labels) => ({ data: Uint8Array.from(labels), type: 'bool', dims: [SAMPLES] })),
];
