import {
  JSX,
  ReferenceType,
  ReflectionKind,
  type CommentDisplayPart,
  type DeclarationReflection,
  type DefaultThemeRenderContext,
  type ParameterReflection,
  type SomeType,
} from 'typedoc';
import { expandedType } from './expandedType.ts';
import { substituted, typeArgumentsOf, type TypeArguments } from './typeArguments.ts';

const DEFAULT = 'Default: ';

/** Options that a parameter takes, or undefined if it takes something else. */
export function optionsOf(parameter: ParameterReflection): DeclarationReflection[] | undefined {
  const options = parameter.type && optionsIn(parameter.type, new Map());
  if (!options?.length || !options.every(({ parent }) => /(Options|Query|Source)$/.test(parent!.name)))
    return undefined;
  const byName = new Map(options.map((option) => [option.name, option]));
  return [...byName.values()];
}

/** Properties of the interfaces of a type. */
function optionsIn(type: SomeType, given: TypeArguments): DeclarationReflection[] {
  if (type.type === 'intersection') return type.types.flatMap((part) => optionsIn(part, given));
  if (type.type === 'optional') return optionsIn(type.elementType, given);
  if (!(type instanceof ReferenceType)) return [];
  const argument = substituted(type, given);
  if (argument !== type) return optionsIn(argument, new Map());
  const target = type.reflection as DeclarationReflection | undefined;
  if (target?.kindOf(ReflectionKind.Interface)) return target.children ?? [];
  if (target?.kindOf(ReflectionKind.TypeAlias) && target.type) {
    return optionsIn(target.type, typeArgumentsOf(type, target, given));
  }
  const [from, names] = type.typeArguments ?? [];
  if (from && names && (type.name === 'Omit' || type.name === 'Pick')) {
    const listed = namesIn(names);
    return optionsIn(from, given).filter(({ name }) => listed.includes(name) === (type.name === 'Pick'));
  }
  return type.typeArguments?.flatMap((of) => optionsIn(of, given)) ?? [];
}

/** Names in a union of strings. */
function namesIn(type: SomeType): string[] {
  if (type.type === 'union') return type.types.flatMap(namesIn);
  return type.type === 'literal' ? [String(type.value)] : [];
}

/** Table of options with type, default and description. */
export function optionTable(
  context: DefaultThemeRenderContext,
  options: readonly DeclarationReflection[],
): JSX.Element {
  const row = (option: DeclarationReflection): JSX.Element => {
    const { summary, defaultValue } = splitDefault(option);
    return JSX.createElement(
      'tr',
      null,
      JSX.createElement(
        'th',
        { scope: 'row' },
        JSX.createElement('code', null, option.name),
        !option.flags.isOptional && JSX.createElement('span', { class: 'required' }, 'required'),
      ),
      JSX.createElement('td', { class: 'type' }, JSX.createElement('code', null, context.type(expandedType(option)))),
      JSX.createElement('td', null, defaultValue.length > 0 && inline(context, defaultValue)),
      JSX.createElement('td', null, context.displayParts(summary)),
    );
  };
  const heading = (text: string): JSX.Element => JSX.createElement('th', { scope: 'col' }, text);
  return JSX.createElement(
    'div',
    { class: 'table-scroll', role: 'region', 'aria-label': 'Options' },
    JSX.createElement(
      'table',
      { class: 'options' },
      JSX.createElement(
        'thead',
        null,
        JSX.createElement('tr', null, heading('Option'), heading('Type'), heading('Default'), heading('Description')),
      ),
      JSX.createElement('tbody', null, options.map(row)),
    ),
  );
}

function inline(context: DefaultThemeRenderContext, parts: readonly CommentDisplayPart[]): JSX.Element {
  return JSX.createElement(JSX.Raw, { html: context.markdown(parts) });
}

/** Takes the sentence `Default: 3.` out of a description. */
function splitDefault({ comment }: DeclarationReflection): {
  summary: CommentDisplayPart[];
  defaultValue: readonly CommentDisplayPart[];
} {
  const summary = comment?.summary ?? [];
  const tag = comment?.getTag('@defaultValue');
  if (tag) return { summary, defaultValue: tag.content };
  const text = summary.map((part) => part.text).join('');
  const start = text.search(/\s*Default: /);
  if (start < 0) return { summary, defaultValue: [] };
  const end = endOfSentence(text, start);
  const inner = text.indexOf(DEFAULT, start) + DEFAULT.length;
  return {
    summary: [...sliceParts(summary, 0, start), ...sliceParts(summary, end, text.length)],
    defaultValue: sliceParts(summary, inner, text[end - 1] === '.' ? end - 1 : end),
  };
}

/** Place after the full stop of the sentence that starts at `start`; code may contain stops. */
function endOfSentence(text: string, start: number): number {
  let isCode = false;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '`') isCode = !isCode;
    if (!isCode && text[i] === '.' && /^(\s|$)/.test(text.slice(i + 1))) return i + 1;
  }
  return text.length;
}

/** Parts of a text between two places of it. */
function sliceParts(parts: readonly CommentDisplayPart[], from: number, to: number): CommentDisplayPart[] {
  let at = 0;
  return parts.flatMap((part) => {
    const start = at;
    at += part.text.length;
    const text = part.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text ? [{ ...part, text } as CommentDisplayPart] : [];
  });
}
