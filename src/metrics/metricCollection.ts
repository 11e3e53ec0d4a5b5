import type { ChartedScore } from '../charts/scoreParts.ts';
import type { ChartPart } from '../charts/vegaLiteSpec.ts';
import type { ScoreRange } from '../functional/bootstrap/scoreRange.ts';
import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { textCheck } from '../inputs/optionChecks.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { StateRecord, type AnyState } from '../state/stateRecord.ts';
import { requireFresh } from './freshMetric.ts';
import type { AnyMetric, MetricInputs } from './anyMetric.ts';
import { Metric } from './metric.ts';
import { allowsRepeatedSamples, valueRanges } from './bootstrapTraits.ts';
import { SharedStates } from './sharedStates.ts';
import { checkMetricSnapshot, makeFromSnapshot } from './metricSnapshot.ts';

/** Metrics, and collections of them, under their names. */
export type CollectionMembers = Readonly<Record<string, AnyMetric>>;

/** What the values of a collection are called. */
export interface CollectionOptions<
  Prefix extends string = string,
  Postfix extends string = string,
> {
  /** What comes before each name; nothing when left out. */
  readonly prefix?: Prefix | undefined;
  /** What comes after each name; nothing when left out. */
  readonly postfix?: Postfix | undefined;
}

/** Each name, and the value under it, as a pair; those of an inner collection one by one. */
type NamedValues<Members extends CollectionMembers> = {
  [Name in keyof Members & string]: Members[Name] extends { readonly members: CollectionMembers }
    ? InnerValues<Name, ReturnType<Members[Name]['compute']>>
    : [name: Name, value: ReturnType<Members[Name]['compute']>];
}[keyof Members & string];

type InnerValues<Name extends string, Values> = {
  [Inner in keyof Values & string]: [name: `${Name}_${Inner}`, value: Values[Inner]];
}[keyof Values & string];

/** What a collection of these members computes: a value under each name. */
export type CollectionValues<
  Members extends CollectionMembers,
  Prefix extends string = '',
  Postfix extends string = '',
> = {
  [Entry in NamedValues<Members> as `${Prefix}${Entry[0]}${Postfix}`]: Entry[1];
};

/** What every one of these members can be updated with. */
export type CollectionInputs<Members extends CollectionMembers> = {
  [Name in keyof Members]: (inputs: MetricInputs<Members[Name]>) => void;
}[keyof Members] extends (inputs: infer Inputs extends readonly unknown[]) => void
  ? Inputs
  : never;

/** One metric of a collection, with the name of its value and of the state it is read from. */
interface Leaf {
  readonly name: string;
  readonly metric: AnyMetric;
  readonly stateName: string;
}

const collectionOptions: OptionSchema<CollectionOptions> =
  /* @__PURE__ */ optionSchema<CollectionOptions>(() => ({
    prefix: textCheck(),
    postfix: textCheck(),
  }));

/**
 * Several metrics that see the same batches and are read together.
 *
 * Metrics that remember the same thing share one state, so that thirteen scores of labels count each
 * batch once. A collection is a metric itself: it is updated, merged, copied and saved as one, and can
 * be a member of another, which puts its own name and `_` before the inner names.
 *
 * The members say what is computed; what the collection has seen is its own, and none of theirs.
 *
 * @typeParam Members - the metrics under their names; the type of the values follows from it.
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
 * ```
 */
export class MetricCollection<
  const Members extends CollectionMembers,
  const Prefix extends string = '',
  const Postfix extends string = '',
> extends Metric<
  CollectionInputs<Members>,
  CollectionValues<Members, Prefix, Postfix>,
  StateRecord,
  CollectionOptions<Prefix, Postfix>
> {
  static override readonly metricName = 'MetricCollection';

  readonly #members = new Map<string, AnyMetric>();
  readonly #leaves: Leaf[] = [];
  readonly #states = new SharedStates();

  /** @throws {@link MetricInputError} when a member is no metric, or has seen batches of its own. */
  constructor(members: Members, options?: CollectionOptions<Prefix, Postfix>) {
    super(
      readOptions('MetricCollection', collectionOptions, options) as CollectionOptions<
        Prefix,
        Postfix
      >,
    );
    if (typeof members !== 'object' || members === null) {
      throw new MetricInputError(
        `MetricCollection: expected metrics under their names, got ${describeValue(members)}`,
      );
    }
    for (const [name, metric] of Object.entries(members)) this.#join(name, metric);
  }

  /**
   * Restores a collection of these members from what {@link MetricCollection.toJSON} made.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged, or of other members.
   */
  static override fromJSON<const Members extends CollectionMembers>(
    snapshot: unknown,
    members: Members,
  ): MetricCollection<Members, string, string>;
  static override fromJSON<M extends AnyMetric>(
    this: new (options: never) => M,
    snapshot: unknown,
  ): M;
  static override fromJSON(snapshot: unknown, members?: CollectionMembers): AnyMetric {
    if (members === undefined) {
      throw new MetricInputError(
        'MetricCollection.fromJSON: expected the members as second argument, as in new MetricCollection',
      );
    }
    const { options } = checkMetricSnapshot(snapshot);
    const { prefix, postfix } = options as CollectionOptions;
    const named = makeFromSnapshot(() =>
      readOptions(this.name, collectionOptions, { prefix, postfix }),
    );
    const collection = new MetricCollection(members, named);
    collection.merge(snapshot as never);
    return collection;
  }

  /** The metrics under their names; they say what is computed and have seen nothing themselves. */
  get members(): Members {
    return Object.fromEntries(this.#members) as unknown as Members;
  }

  /**
   * Adds a metric. When the collection has seen batches already, the new metric has seen them too if
   * it shares a state with another, else only those to come.
   *
   * @returns this collection, whose values now hold the new name.
   * @throws {@link MetricInputError} when the name is taken, or the metric has seen batches of its own.
   */
  override add<const Name extends string, Added extends AnyMetric>(
    name: Name,
    metric: Added,
  ): MetricCollection<Members & Readonly<Record<Name, Added>>, Prefix, Postfix>;
  /** The values of a collection can't be added up. */
  override add(this: never, other: never): never;
  override add(name: string, metric?: AnyMetric): unknown {
    const state = this.state;
    requireFresh('MetricCollection', `"${name}"`, metric);
    // Made first, since a metric whose state cannot be made must not become a member.
    const made = new Map(
      this.#leavesOf(name, metric).map((leaf) => [
        leaf.name,
        leaf.metric.createState() as AnyState,
      ]),
    );
    this.#join(name, metric);
    for (const leaf of this.#leaves) {
      if (!state.has(leaf.stateName)) state.set(leaf.stateName, made.get(leaf.name)!);
    }
    this.adopt(state, this.updateCount);
    return this;
  }

  /** An independent copy that has seen the same, under other names if asked for. */
  override clone(): this;
  override clone<const P extends string = Prefix, const S extends string = Postfix>(
    options: CollectionOptions<P, S>,
  ): MetricCollection<Members, P, S>;
  override clone(options?: CollectionOptions): this {
    if (options === undefined) return super.clone();
    const renamed = new MetricCollection(this.members, { ...this.options, ...options });
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
    values: CollectionValues<Members, Prefix, Postfix>,
    name: string = this.name,
  ): ChartedScore[] {
    const start = name === this.name ? '' : `${name}_`;
    return this.#leaves.flatMap((leaf) => {
      const key = this.#fullName(leaf.name);
      return leaf.metric.scoresIn(values[key as keyof typeof values], start + key);
    });
  }

  allowsRepeatedSamples(): boolean {
    return this.#leaves.every(({ metric }) => allowsRepeatedSamples(metric));
  }

  valueRanges(
    state: StateRecord,
    values: CollectionValues<Members, Prefix, Postfix>,
  ): ScoreRange[] {
    return this.#leaves.flatMap(({ name, metric, stateName }) =>
      valueRanges(
        metric,
        state.get(stateName),
        values[this.#fullName(name) as keyof typeof values],
      ),
    );
  }

  /** The charts of each state once, however many members are read from it. */
  override chartState(state: StateRecord): ChartPart[] {
    return this.#states.owners.flatMap(([name, metric]) => metric.chartState(state.get(name)));
  }

  override computeFrom(state: StateRecord): CollectionValues<Members, Prefix, Postfix> {
    return Object.fromEntries(
      this.#leaves.map(({ name, metric, stateName }) => [
        this.#fullName(name),
        metric.computeFrom(state.get(stateName)) as unknown,
      ]),
    ) as CollectionValues<Members, Prefix, Postfix>;
  }

  override resetState(state: StateRecord): StateRecord {
    return this.#states.reset(state);
  }

  override restoreState(snapshot: unknown): StateRecord {
    return this.#states.restore(snapshot);
  }

  protected override createTwin(): this {
    return new MetricCollection(this.members, this.options) as unknown as this;
  }

  protected override describeOptions(): Record<string, unknown> {
    const metrics = this.#leaves.map(({ name, metric }) => [name, metric.describe()] as const);
    return { ...super.describeOptions(), metrics: Object.fromEntries(metrics) as unknown };
  }

  #join(name: string, metric: AnyMetric): void {
    requireFresh('MetricCollection', `"${name}"`, metric);
    const leaves = this.#leavesOf(name, metric);
    const taken = leaves.find((leaf) => this.#leaves.some((other) => other.name === leaf.name));
    if (taken) throw new MetricInputError(`MetricCollection: the name "${taken.name}" is taken`);
    this.#members.set(name, metric);
    for (const leaf of leaves) {
      this.#leaves.push({ ...leaf, stateName: this.#states.join(leaf.name, leaf.metric) });
    }
  }

  #fullName(name: string): string {
    const { prefix = '', postfix = '' } = this.options;
    return `${prefix}${name}${postfix}`;
  }

  #leavesOf(name: string, metric: AnyMetric): Omit<Leaf, 'stateName'>[] {
    if (!(metric instanceof MetricCollection)) {
      return [{ name, metric }];
    }
    return metric.#leaves.flatMap((leaf) =>
      this.#leavesOf(`${name}_${metric.#fullName(leaf.name)}`, leaf.metric),
    );
  }
}
