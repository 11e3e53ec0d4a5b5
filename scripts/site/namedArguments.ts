import {
  Converter,
  ParameterReflection,
  ReflectionFlag,
  ReflectionKind,
  SignatureReflection,
  UnionType,
  type Application,
  type Context,
  type DeclarationReflection,
  type SomeType,
} from 'typedoc';
import ts from 'typescript';

interface Argument {
  readonly name: string;
  readonly type: SomeType;
  readonly isOptional: boolean;
}

/**
 * Shows `update(...inputs: [preds: Labels, target: Labels] | [table: ContingencyTable])` as two signatures with named
 * parameters.
 */
export function nameArguments(app: Application): void {
  const forms = new Map<SignatureReflection, Argument[][]>();
  app.converter.on(
    Converter.EVENT_CREATE_SIGNATURE,
    (context: Context, signature: SignatureReflection, _declaration?: unknown, of?: ts.Signature) => {
      const isRest = signature.kindOf(ReflectionKind.CallSignature) && signature.parameters?.at(-1)?.flags.isRest;
      const found = isRest ? formsOf(context, context.checker.getTypeOfSymbol(of!.parameters.at(-1)!)) : undefined;
      if (found) forms.set(signature, found);
    },
  );
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    () => forms.forEach((of, signature) => expand(signature, of)),
    // After links in comments are resolved, and before members are grouped.
    -500,
  );
}

/** Gives a signature the parameters of the first form, and adds a signature for each other one. */
function expand(signature: SignatureReflection, forms: readonly (readonly Argument[])[]): void {
  const before = signature.parameters!.slice(0, -1);
  const { signatures } = signature.parent as DeclarationReflection;
  const expanded = forms.map((form, k) => {
    const of = k === 0 ? signature : twinOf(signature);
    of.parameters = [...before, ...form.map((argument) => parameterOf(of, argument))];
    return of;
  });
  signatures!.splice(signatures!.indexOf(signature), 1, ...expanded);
}

function twinOf(signature: SignatureReflection): SignatureReflection {
  const twin = new SignatureReflection(signature.name, signature.kind, signature.parent);
  const { comment, type, typeParameters, inheritedFrom, overwrites } = signature;
  Object.assign(twin, { comment, type, typeParameters, inheritedFrom, overwrites });
  signature.project.registerReflection(twin, undefined, undefined);
  return twin;
}

function parameterOf(signature: SignatureReflection, { name, type, isOptional }: Argument): ParameterReflection {
  const parameter = new ParameterReflection(name, ReflectionKind.Parameter, signature);
  parameter.type = type;
  parameter.setFlag(ReflectionFlag.Optional, isOptional);
  signature.project.registerReflection(parameter, undefined, undefined);
  return parameter;
}

/**
 * Arguments of each form of a call, the longest first, from the type of a rest parameter; undefined if they are not all
 * named.
 */
function formsOf(context: Context, type: ts.Type): Argument[][] | undefined {
  const forms = (type.isUnion() ? type.types : [type]).map((form) => argumentsOf(context, form));
  if (forms.includes(undefined)) return undefined;
  return (forms as Argument[][]).sort((a, b) => b.length - a.length);
}

function argumentsOf(context: Context, type: ts.Type): Argument[] | undefined {
  const { target } = type as ts.TupleTypeReference;
  if (!target || !(target.objectFlags & ts.ObjectFlags.Tuple) || target.combinedFlags & ts.ElementFlags.Variable) {
    return undefined;
  }
  const names = target.labeledElementDeclarations ?? [];
  if (!target.elementFlags.every((_, i) => names[i])) return undefined;
  return context.checker.getTypeArguments(type as ts.TupleTypeReference).map((element, i) => {
    const isOptional = (target.elementFlags[i]! & ts.ElementFlags.Optional) !== 0;
    const converted = context.converter.convertType(context, element);
    return { name: names[i]!.name.getText(), type: isOptional ? defined(converted) : converted, isOptional };
  });
}

/** A type without undefined. */
function defined(type: SomeType): SomeType {
  if (type.type !== 'union') return type;
  const types = type.types.filter((member) => !(member.type === 'intrinsic' && member.name === 'undefined'));
  return types.length === 1 ? types[0]! : new UnionType(types);
}
