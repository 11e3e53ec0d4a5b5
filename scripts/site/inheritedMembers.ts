import { JSX, ReflectionKind, type DeclarationReflection, type DefaultThemeRenderContext } from 'typedoc';

const h = JSX.createElement;

/** A short list of the members that a class inherits, by the class that declares them, which describes them in full. */
export function inheritedMembers(
  context: DefaultThemeRenderContext,
  members: readonly DeclarationReflection[],
): JSX.Element[] {
  const byClass = new Map<string, DeclarationReflection[]>();
  for (const member of members) {
    const owner = declaring(member).parent!.name;
    byClass.set(owner, [...(byClass.get(owner) ?? []), member]);
  }
  return [...byClass].map(([owner, of]) => {
    const [id, text] = [`from-${owner}`, `From ${owner}`];
    context.page.pageHeadings.push({ link: `#${id}`, text, level: 3 });
    return h(
      JSX.Fragment,
      null,
      h('h3', { id }, text),
      h(
        'dl',
        { class: 'inherited' },
        of.map((member) => row(context, member)),
      ),
    );
  });
}

function row(context: DefaultThemeRenderContext, member: DeclarationReflection): JSX.Element {
  const declared = declaring(member);
  const name = member.kindOf(ReflectionKind.Method) ? `${member.name}()` : member.name;
  return h(
    JSX.Fragment,
    null,
    h('dt', { id: context.getAnchor(member) }, h('a', { href: context.urlTo(declared) }, h('code', null, name))),
    h('dd', null, context.commentShortSummary(declared.getSignature ?? declared)),
  );
}

/** The member of the base class that declares an inherited one. */
function declaring(member: DeclarationReflection): DeclarationReflection {
  const base = member.inheritedFrom?.reflection;
  if (!base) return member;
  return declaring((base.isSignature() ? base.parent : base) as DeclarationReflection);
}
