import type { AnyMetric, MetricInputs, MetricValue } from './metric.ts';
import type { ValueNameOptions } from './valueName.ts';

/** Metrics and collections by name. */
export type CollectionMembers = Readonly<Record<string, AnyMetric>>;

/** Members of a collection by name, or a list of metrics that are named by their classes. */
export type MemberSource = CollectionMembers | readonly AnyMetric[];

/** Members by name. */
export type NamedMembers<Members extends MemberSource> = Members extends CollectionMembers
  ? Members
  : Members extends readonly (infer Member extends AnyMetric)[]
    ? Readonly<Record<string, Member>>
    : never;

/** Value that is an object with named parts. */
type Dictionary<Value> = Value extends number | string | readonly unknown[] | ArrayBufferView ? never : Value;

/** Pairs of a name and its value. The values of an inner collection are separate pairs. */
type NamedValues<Members extends CollectionMembers, KeepBase> = {
  [Name in keyof Members & string]: Members[Name] extends { readonly members: CollectionMembers }
    ? InnerValues<`${Name}_`, MetricValue<Members[Name]>>
    : NamedParts<Name, MetricValue<Members[Name]>, KeepBase>;
}[keyof Members & string];

type NamedParts<Name extends string, Value, KeepBase> = KeepBase extends boolean
  ? [Dictionary<Value>] extends [never]
    ? [name: Name, value: Value]
    : InnerValues<KeepBase extends true ? `${Name}_` : '', Value>
  : [name: Name, value: Value];

type InnerValues<Start extends string, Values> = {
  [Inner in keyof Values & string]: [name: `${Start}${Inner}`, value: Values[Inner]];
}[keyof Values & string];

/** Values of a collection of these members, by name. */
export type CollectionValues<
  Members extends MemberSource,
  Prefix extends string = '',
  Postfix extends string = '',
  KeepBase extends boolean | undefined = undefined,
> = {
  [Entry in NamedValues<NamedMembers<Members>, KeepBase> as `${Prefix}${Entry[0]}${Postfix}`]: Entry[1];
};

/** Function of the inputs of each of these metrics. */
type TakesInputs<Member> = Member extends AnyMetric ? (inputs: MetricInputs<Member>) => void : never;

/** Arguments of an update that all of these members accept. */
export type CollectionInputs<Members extends MemberSource> =
  TakesInputs<NamedMembers<Members>[keyof NamedMembers<Members>]> extends (
    inputs: infer Inputs extends readonly unknown[],
  ) => void
    ? Inputs
    : never;

/** Options for the names of the values of a collection. */
export interface CollectionOptions<
  Prefix extends string = string,
  Postfix extends string = string,
  KeepBase extends boolean | undefined = boolean | undefined,
> extends ValueNameOptions<Prefix, Postfix> {
  /**
   * Flatten values that are dictionaries into the keys of the collection: `true` prefixes each key with the name of
   * the member and `_`, `false` uses the keys only. Default: values are not flattened.
   */
  readonly keepBase?: KeepBase;
}
