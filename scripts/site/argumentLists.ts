import { ReferenceType, ReflectionKind, type DeclarationReflection, type SomeType } from 'typedoc';

/** Names of the arguments that a rest parameter takes, as `(preds, target, options?)` for each form of the call. */
export function argumentLists(type: SomeType | undefined): string[] {
  if (type instanceof ReferenceType) {
    const target = type.reflection as DeclarationReflection | undefined;
    return target?.kindOf(ReflectionKind.TypeAlias) ? argumentLists(target.type) : [];
  }
  if (type?.type === 'union') return type.types.flatMap(argumentLists);
  if (type?.type === 'typeOperator') return argumentLists(type.target);
  if (type?.type !== 'tuple') return [];
  const names = type.elements.map((element) =>
    element.type === 'namedTupleMember' ? element.name + (element.isOptional ? '?' : '') : '…',
  );
  return [`(${names.join(', ')})`];
}
