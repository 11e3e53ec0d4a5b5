import {
  IndexedAccessType,
  LiteralType,
  ReferenceType,
  ReflectionKind,
  UnionType,
  type DeclarationReflection,
  type SomeType,
} from 'typedoc';

/** Type of an option, with the values of literal types in place of the names of type aliases and type parameters. */
export function expandedType({ type, parent }: DeclarationReflection): SomeType | undefined {
  return type && expanded(type, parent as DeclarationReflection);
}

function expanded(type: SomeType, owner: DeclarationReflection): SomeType {
  if (type.type === 'optional') return expanded(type.elementType, owner);
  if (type.type === 'union') return new UnionType(type.types.flatMap((member) => membersOf(expanded(member, owner))));
  if (type instanceof IndexedAccessType) return propertyType(type) ?? type;
  if (!(type instanceof ReferenceType)) return type;
  const parameter = owner.typeParameters?.find(({ name }) => type.refersToTypeParameter && name === type.name);
  if (parameter?.type) return expanded(parameter.type, owner);
  const target = type.reflection as DeclarationReflection | undefined;
  if (!target?.kindOf(ReflectionKind.TypeAlias) || !target.type || target.typeParameters) return type;
  const meaning = expanded(target.type, target);
  return membersOf(meaning).every((member) => member.type === 'literal') ? meaning : type;
}

/** Type of `Options['name']`. */
function propertyType({ objectType, indexType }: IndexedAccessType): SomeType | undefined {
  if (!(objectType instanceof ReferenceType) || !(indexType instanceof LiteralType)) return undefined;
  const property = (objectType.reflection as DeclarationReflection | undefined)?.getChildByName(
    String(indexType.value),
  );
  return property?.isDeclaration() ? expandedType(property) : undefined;
}

function membersOf(type: SomeType): SomeType[] {
  return type.type === 'union' ? type.types : [type];
}
