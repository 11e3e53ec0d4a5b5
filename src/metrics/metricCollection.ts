import type { ScoreRange } from '../functional/bootstrap/scoreRange.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { booleanCheck } from '../inputs/optionCheck.ts';
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
import type { NamedScore } from './namedScore.ts';
import { namedMembers } from './namedMembers.ts';
import { partsOfValue } from './partsOfValue.ts';
import { SharedStates } from './sharedStates.ts';
import { checkMetricSnapshot, makeFromSnapshot } from './metricSnapshot.ts';
import { valueName, valueNameOptions } from './valueName.ts';

/** One metric of a collection, with the name of its value and of the state it is read from. */
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
 * Several metrics that see the same batches and are read together.
 *
 * Metrics that remember the same thing share one state, so that thirteen scores of labels count each
 * batch once. A collection is a metric itself: it is updated, merged, copied and saved as one, and can
 * be a member of another, which puts its own name and `_` before the inner names.
 *
 * Members are given by name, or as a list, in which each is named by its class. The given metrics say what
 * is computed; what the collection has seen is its own, and is read from {@link MetricCollection.members}.
 *
 * @typeParam Members - the metrics by name, or a list of them; the type of the values follows from it.
 *
 * @example
 * ```ts
 * import { AdjustedRandScore, MetricCollection, MutualInfoScore } from 'tfjs-metrics';
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
   * @throws {@link MetricInputError} if a member is not a metric or has seen batches of its own, or two of a
   * list are of one class.
   */
  constructor(members: Members, options?: CollectionOptions<Prefix, Postfix, KeepBase>) {
    super(collectionOptions(options) as never);
    for (const [name, metric] of namedMembers(members)) this.#join(name, metric);
  }

  /**
   * Restores a collection of these members from what {@link MetricCollection.toJSON} made.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged, or of other members.
   */
  static override fromJSON<const Members extends MemberSource>(
    snapshot: unknown,
    members: Members,
  ): MetricCollection<Members, string, string>;
  static override fromJSON<M extends AnyMetric>(this: new (options: never) => M, snapshot: unknown): M;
  static override fromJSON(snapshot: unknown, members?: MemberSource): AnyMetric {
    if (members === undefined) {
      throw new MetricInputError(
        'MetricCollection.fromJSON: expected the members as second argument, as in new MetricCollection',
      );
    }
    const { options } = checkMetricSnapshot(snapshot);
    const { metrics, ...own } = options;
    void metrics;
    const named = makeFromSnapshot(() => collectionOptions(own, this.name));
    const collection = new MetricCollection(members, named);
    collection.merge(snapshot as never);
    return collection;
  }

  /**
   * The metrics by name, each a copy that has seen what the collection has: `members.ari.compute()` is the value
   * of that one alone. Updates of a copy don't reach the collection.
   */
  get members(): NamedMembers<Members> {
    const members = {};
    for (const [name, metric] of this.#members) {
      const get = () => this.#seenBy(name, metric);
      Object.defineProperty(members, name, { enumerable: true, get });
    }
    return members as NamedMembers<Members>;
  }

  /**
   * Adds metrics, by name or as a list like the members. A metric added to a collection that has seen batches
   * has seen them too if it shares a state with a member; otherwise it sees only those to come.
   *
   * @returns this collection, with the new names in the type of its values.
   * @throws {@link MetricInputError} if a name is taken, or a metric has seen batches of its own. Nothing is added.
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

  /** An independent copy that has seen the same, under other names if asked for. */
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

  /** The numbers of all members, each with the range and direction of its own. */
  override scoresIn(
    values: CollectionValues<Members, Prefix, Postfix, KeepBase>,
    name: string = this.name,
  ): NamedScore[] {
    // Of values that are flattened only the names are left.
    if (this.options.keepBase !== undefined) return super.scoresIn(values, name);
    const start = name === this.name ? '' : `${name}_`;
    return this.#leaves.flatMap((leaf) => {
      const key = valueName(leaf.name, this.options);
      return leaf.metric.scoresIn(values[key as keyof typeof values], start + key);
    });
  }

  /** Whether repeated samples leave the values of all members valid. */
  override allowsRepeatedSamples(): boolean {
    return this.#leaves.every(({ metric }) => metric.allowsRepeatedSamples());
  }

  /** The ranges of the numbers in the values of all members, in order. */
  override valueRanges(state: StateRecord): ScoreRange[] {
    return this.#leaves.flatMap(({ metric, stateName }) => {
      const own = state.get(stateName);
      return metric.valueRanges(own, metric.computeFrom(own));
    });
  }

  /** Each state once, however many members are computed from it. */
  override statesIn(state: StateRecord): readonly AnyState[] {
    return this.#states.owners.flatMap(([name, metric]) => metric.statesIn(state.get(name)));
  }

  override computeFrom(state: StateRecord): CollectionValues<Members, Prefix, Postfix, KeepBase> {
    const { keepBase } = this.options;
    const values = this.#leaves.flatMap(({ name, metric, stateName }) =>
      partsOfValue(name, metric.computeFrom(state.get(stateName)), keepBase),
    );
    const named = new Map(values.map(([name, value]) => [valueName(name, this.options), value] as const));
    if (named.size < values.length) {
      throw new MetricStateError('MetricCollection: two values have the same key; set the option keepBase to true');
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
      throw new MetricInputError(`MetricCollection: the name "${name}" is taken`);
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

  /** A copy of a member that has seen what the collection has. */
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
