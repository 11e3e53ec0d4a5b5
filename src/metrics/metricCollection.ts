import { withoutOptions } from '../inputs/options/withoutOptions.ts';
import type { ScoreRange } from '../functional/scoreRange.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { booleanCheck } from '../inputs/options/optionCheck.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { StateRecord } from '../state/composed/stateRecord.ts';
import type { AnyState } from '../state/metricState.ts';
import { requireFresh } from './requireFresh.ts';
import type {
  CollectionInputs,
  CollectionOptions,
  CollectionValues,
  MemberSource,
  NamedMembers,
} from './collectionMembers.ts';
import { Metric, type AnyMetric } from './metric.ts';
import type { MetricPart } from './metricPart.ts';
import type { NamedScore } from './namedScore.ts';
import { namedMembers } from './namedMembers.ts';
import { partsOfValue } from './partsOfValue.ts';
import { SharedStates } from './sharedStates.ts';
import { checkMetricSnapshot, makeFromSnapshot } from './metricSnapshot.ts';
import { valueName, valueNameOptions } from './valueName.ts';

/** Metric of a collection, with the names of its value and its state. */
interface Leaf {
  readonly name: string;
  readonly metric: AnyMetric;
  readonly stateName: string;
}

const collectionOptions = /* @__PURE__ */ defineOptions<CollectionOptions>('MetricCollection', () => ({
  ...valueNameOptions.checks(),
  keepBase: booleanCheck(),
}));

/**
 * Collection of metrics that are updated with the same batches and computed together.
 *
 * Metrics that need the same state share one copy of it: thirteen scores of a contingency table count each batch once.
 * A collection is itself a metric: it can be updated, merged, copied and saved. It can also be a member of another
 * collection, which prefixes the names of the inner values with the name of the member and `_`.
 *
 * Pass members by name, or as a list, in which each member is named by its class. The metrics that you pass only define
 * the computation and see no batches. {@link MetricCollection.members} returns copies of them with the batches of the
 * collection.
 *
 * All members get the same inputs. If a member accepts the output of a classifier, such as `F1Score`, inputs can be
 * class scores or probabilities. Scores of two labelings, such as `AdjustedRandScore`, then get the classes of a member
 * that counts classes and has the default `threshold`, `labels` and other options for reading them. Without such a
 * member, classes are read with the options of the first member that accepts the output of a classifier.
 *
 * @typeParam Members - metrics by name, or a list of metrics, which determine the type of the values.
 *
 * @example
 * ```ts
 * import {
 *   AdjustedRandScore,
 *   MetricCollection,
 *   MutualInfoScore,
 * } from 'tfjs-metrics';
 *
 * const metrics = new MetricCollection(
 *   { mi: new MutualInfoScore(), ari: new AdjustedRandScore() },
 *   { prefix: 'val_' },
 * );
 * metrics.update([0, 0, 1, 1], [0, 0, 1, 2]);
 * metrics.compute(); // { val_mi: 0.693147, val_ari: 0.571429 }
 * metrics.members.ari.compute(); // 0.571429
 * ```
 */
export class MetricCollection<
  const Members extends MemberSource,
  const Prefix extends string = '',
  const Postfix extends string = '',
  const KeepBase extends boolean | undefined = undefined,
> extends Metric<
  CollectionInputs<Members>,
  CollectionValues<Members, Prefix, Postfix, KeepBase>,
  StateRecord,
  CollectionOptions<Prefix, Postfix, KeepBase>
> {
  static override readonly metricName = 'MetricCollection';

  readonly #members = new Map<string, AnyMetric>();
  readonly #leaves: Leaf[] = [];
  readonly #states = new SharedStates();

  /**
   * @throws {@link MetricInputError} if a member is not a metric or has seen batches, or two members of a list have
   * the same class.
   */
  constructor(members: Members, options?: CollectionOptions<Prefix, Postfix, KeepBase>) {
    super(collectionOptions(options) as never);
    for (const [name, metric] of namedMembers(members)) this.#join(name, metric);
  }

  /**
   * Restores a collection of these members from the result of {@link MetricCollection.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or belongs to other members.
   */
  static override fromJSON<const Members extends MemberSource>(
    snapshot: unknown,
    members: Members,
  ): MetricCollection<Members, string, string>;
  static override fromJSON<M extends AnyMetric>(this: new (options: never) => M, snapshot: unknown): M;
  static override fromJSON(snapshot: unknown, members?: MemberSource): AnyMetric {
    if (members === undefined) {
      throw new MetricInputError('MetricCollection.fromJSON: expected the members as second argument, got none');
    }
    const { options } = checkMetricSnapshot(snapshot);
    const own = withoutOptions(options, ['metrics']);
    const named = makeFromSnapshot(() => collectionOptions(own, this.name));
    const collection = new MetricCollection(members, named);
    collection.merge(snapshot as never);
    return collection;
  }

  /**
   * Metrics by name, each a copy with the batches of the collection: `members.ari.compute()` computes that score
   * only. Updates of a copy do not change the collection.
   */
  get members(): NamedMembers<Members> {
    const members = {};
    for (const [name, metric] of this.#members) {
      const get = () => this.#seenBy(name, metric);
      Object.defineProperty(members, name, { enumerable: true, get });
    }
    return members as NamedMembers<Members>;
  }

  /** True if updates of a member accept the output of a classifier as well as labels. */
  override get acceptsScores(): boolean {
    return this.#leaves.some(({ metric }) => metric.acceptsScores);
  }

  /**
   * Adds metrics, by name or as a list like the members. A metric that shares a state with a member includes the
   * batches of that state; otherwise it starts empty.
   *
   * @returns this collection, with the new names in its type.
   * @throws {@link MetricInputError} if a name is in use, or a metric has seen batches. In that case nothing is
   * added.
   */
  addMetrics<const Added extends MemberSource>(
    metrics: Added,
  ): MetricCollection<NamedMembers<Members> & NamedMembers<Added>, Prefix, Postfix, KeepBase>;
  addMetrics(metrics: MemberSource): unknown {
    const added = new MetricCollection(metrics);
    for (const { name } of added.#leaves) this.#requireFree(name);
    const [state, made] = [this.state, added.createState()];
    for (const [name, metric] of added.#members) this.#join(name, metric);
    for (const [name, own] of made.entries()) {
      if (!state.has(name)) state.set(name, own);
    }
    this.adopt(state, this.updateCount);
    return this;
  }

  /** Returns an independent copy with the same state, optionally with another prefix and postfix. */
  override clone(): this;
  override clone<const P extends string = Prefix, const S extends string = Postfix>(
    options: CollectionOptions<P, S, KeepBase>,
  ): MetricCollection<Members, P, S, KeepBase>;
  override clone(options?: CollectionOptions): this {
    if (options === undefined) return super.clone();
    const renamed = this.#twinWith({ ...this.options, ...options });
    renamed.adopt(this.state.clone(), this.updateCount);
    return renamed as never;
  }

  override validate(...inputs: CollectionInputs<Members>): void {
    for (const { metric } of this.#leaves) metric.validate(...inputs);
  }

  override createState(): StateRecord {
    return this.#states.create();
  }

  override updateState(state: StateRecord, ...inputs: CollectionInputs<Members>): boolean {
    return this.#states.update(state, inputs);
  }

  /** Returns the numbers of all members, each with its range and direction. */
  override scoresIn(
    values: CollectionValues<Members, Prefix, Postfix, KeepBase>,
    name: string = this.name,
  ): NamedScore[] {
    // Flattened values keep only their names.
    if (this.options.keepBase !== undefined) return super.scoresIn(values, name);
    const start = name === this.name ? '' : `${name}_`;
    return this.#leaves.flatMap((leaf) => {
      const key = valueName(leaf.name, this.options);
      return leaf.metric.scoresIn(values[key as keyof typeof values], start + key);
    });
  }

  /** Returns whether the values of all members are valid for repeated samples. */
  override allowsRepeatedSamples(inputs?: readonly unknown[]): boolean {
    return this.#leaves.every(({ metric }) => metric.allowsRepeatedSamples(inputs));
  }

  /** Returns the ranges of the numbers in the values of all members, in order. */
  override valueRanges(state: StateRecord): ScoreRange[] {
    return this.#leaves.flatMap(({ metric, stateName }) => {
      const own = state.get(stateName);
      return metric.valueRanges(own, metric.computeFrom(own));
    });
  }

  /** Returns all members with their states. Several members may share one. */
  override partsIn(state: StateRecord): readonly MetricPart<AnyMetric>[] {
    return this.#leaves.flatMap(({ metric, stateName }) => metric.partsIn(state.get(stateName)));
  }

  override computeFrom(state: StateRecord): CollectionValues<Members, Prefix, Postfix, KeepBase> {
    const { keepBase } = this.options;
    const values = this.#leaves.flatMap(({ name, metric, stateName }) =>
      partsOfValue(name, metric.computeFrom(state.get(stateName)), keepBase),
    );
    const named = new Map(values.map(([name, value]) => [valueName(name, this.options), value] as const));
    if (named.size < values.length) {
      throw new MetricStateError(
        'MetricCollection: expected distinct keys of the values, got a duplicate; set the option "keepBase" to true',
      );
    }
    return Object.fromEntries(named) as CollectionValues<Members, Prefix, Postfix, KeepBase>;
  }

  override resetState(state: StateRecord): StateRecord {
    return this.#states.reset(state);
  }

  override restoreState(snapshot: unknown): StateRecord {
    return this.#states.restore(snapshot);
  }

  protected override createTwin(): this {
    return this.#twinWith(this.options);
  }

  #twinWith(options: CollectionOptions): this {
    const members = Object.fromEntries(this.#members);
    return new MetricCollection(members, options) as unknown as this;
  }

  protected override describeOptions(): Record<string, unknown> {
    const metrics = this.#leaves.map(({ name, metric }) => [name, metric.describe()] as const);
    return { ...super.describeOptions(), metrics: Object.fromEntries(metrics) as unknown };
  }

  #join(name: string, metric: AnyMetric): void {
    requireFresh('MetricCollection', `"${name}"`, metric);
    const leaves = this.#leavesOf(name, metric);
    for (const leaf of leaves) this.#requireFree(leaf.name);
    this.#members.set(name, metric);
    for (const leaf of leaves) {
      this.#leaves.push({ ...leaf, stateName: this.#states.join(leaf.name, leaf.metric) });
    }
  }

  #requireFree(name: string): void {
    if (this.#leaves.some((leaf) => leaf.name === name)) {
      throw new MetricInputError(`MetricCollection: expected distinct names, got another "${name}"`);
    }
  }

  #leavesOf(name: string, metric: AnyMetric): Omit<Leaf, 'stateName'>[] {
    if (!(metric instanceof MetricCollection)) {
      return [{ name, metric }];
    }
    return metric.#leaves.flatMap((leaf) =>
      this.#leavesOf(`${name}_${valueName(leaf.name, metric.options)}`, leaf.metric),
    );
  }

  /** Returns a copy of a member with the batches of the collection. */
  #seenBy(name: string, metric: AnyMetric): AnyMetric {
    const stateOf = (leafName: string): AnyState => {
      const { stateName } = this.#leaves.find((leaf) => leaf.name === leafName)!;
      return this.state.get(stateName).clone() as AnyState;
    };
    const copy = metric.clone();
    const state =
      metric instanceof MetricCollection
        ? new StateRecord(
            metric.#leaves.map((leaf) => [leaf.stateName, stateOf(`${name}_${valueName(leaf.name, metric.options)}`)]),
          )
        : stateOf(name);
    copy.adopt(state, this.updateCount);
    return copy;
  }
}
