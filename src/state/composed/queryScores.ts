import * as z from 'zod/mini';
import type { CheckedDocuments } from '../../inputs/checkDocuments.ts';
import type { CheckedLabels } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { CompensatedSum } from '../../numeric/compensatedSum.ts';
import { OutputSums } from '../moments/outputSums.ts';
import { LabeledSampleBuffer } from '../samples/labeledSampleBuffer.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'query scores';

/** Snapshot of scores of queries. */
interface QueryScoresSnapshot {
  /** The sums of the scores of complete queries, in their own format. */
  readonly complete: unknown;
  /** The documents of other queries, in their own format. */
  readonly documents: unknown;
}

/**
 * Sums of the scores of complete queries, and the documents of queries that can continue in later batches: those whose
 * documents were added with the label of their query. A document takes 32 bytes.
 */
export class QueryScores implements MetricState<QueryScores> {
  #complete = new OutputSums();
  #documents = new LabeledSampleBuffer();

  /** Number of complete queries. */
  get queries(): number {
    return this.#complete.weight;
  }

  /** Sum of each number of the scores of complete queries; empty before the first. */
  get sums(): number[] {
    return this.#complete.sums.map(([sum]) => sum!);
  }

  /** Documents with the label of their query. */
  get documents(): CheckedDocuments {
    const { samples, labels } = this.#documents.labeled();
    const [scores, relevance] = [new Float64Array(samples.n), new Float64Array(samples.n)];
    for (let i = 0; i < samples.n; i++) {
      scores[i] = samples.data[2 * i]!;
      relevance[i] = samples.data[2 * i + 1]!;
    }
    return { scores, relevance, queries: labels };
  }

  /** Adds the scores of complete queries, which have several numbers each. */
  addScores(scores: Float64Array, size: number): void {
    const sums = Array.from({ length: size }, () => [new CompensatedSum()] as const);
    for (let k = 0; k < scores.length; k++) sums[k % size]![0].add(scores[k]!);
    this.#complete.merge(OutputSums.of(sums, scores.length / size, undefined));
  }

  /**
   * Adds documents with the label of their query.
   *
   * @throws {@link MetricInputError} if the labels are of another kind than those before.
   */
  addDocuments({ scores, relevance }: CheckedDocuments, queries: CheckedLabels): void {
    const data = new Float64Array(2 * scores.length);
    for (let i = 0; i < scores.length; i++) {
      data[2 * i] = scores[i]!;
      data[2 * i + 1] = relevance[i]!;
    }
    this.#documents.add({ samples: { data, n: scores.length, d: 2 }, labels: queries }, 'queries');
  }

  checkMerge(other: QueryScores): void {
    requireState(other, QueryScores, 'QueryScores');
    this.#complete.checkMerge(other.#complete);
    this.#documents.checkMerge(other.#documents);
  }

  merge(other: QueryScores): void {
    this.checkMerge(other);
    this.#complete.merge(other.#complete);
    this.#documents.merge(other.#documents);
  }

  clone(): QueryScores {
    const copy = new QueryScores();
    copy.#complete = this.#complete.clone();
    copy.#documents = this.#documents.clone();
    return copy;
  }

  toJSON(): QueryScoresSnapshot {
    return { complete: this.#complete.toJSON(), documents: this.#documents.toJSON() };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): QueryScores {
    const { complete, documents } = checkSnapshot<QueryScoresSnapshot>(WHAT, queryScoresSchema(), value);
    const restored = new QueryScores();
    restored.#complete = OutputSums.fromJSON(complete);
    restored.#documents = LabeledSampleBuffer.fromJSON(documents);
    if (restored.#complete.sums[0]?.length !== 1 && restored.queries > 0) {
      throw damagedSnapshot(
        WHAT,
        `complete: expected one sum of each number, got ${restored.#complete.sums[0]!.length}`,
      );
    }
    const { samples } = restored.#documents.labeled();
    if (samples.n > 0 && (samples.d !== 2 || samples.data.some((value, k) => k % 2 === 1 && value < 0))) {
      throw damagedSnapshot(WHAT, 'documents: expected a score and a grade from 0 up of each document');
    }
    return restored;
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const queryScoresSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() =>
  z.strictObject({ complete: snapshotPart('OutputSums'), documents: snapshotPart('LabeledSampleBuffer') }),
);
