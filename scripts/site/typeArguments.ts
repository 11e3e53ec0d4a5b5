import { ReferenceType, type DeclarationReflection, type SomeType } from 'typedoc';

/** Types by the names of the type parameters that stand for them. */
export type TypeArguments = ReadonlyMap<string, SomeType>;

/** Type arguments of a reference to a type alias. */
export function typeArgumentsOf(
  type: ReferenceType,
  alias: DeclarationReflection,
  given: TypeArguments = new Map(),
): TypeArguments {
  return new Map(
    alias.typeParameters?.flatMap((parameter, k) => {
      const argument = type.typeArguments?.[k] ?? parameter.default;
      return argument ? [[parameter.name, substituted(argument, given)] as const] : [];
    }),
  );
}

/** The type that a type parameter stands for; any other type unchanged. */
export function substituted(type: SomeType, given: TypeArguments): SomeType {
  return (type instanceof ReferenceType && type.refersToTypeParameter && given.get(type.name)) || type;
}
