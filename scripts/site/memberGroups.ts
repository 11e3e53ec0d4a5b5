import {
  Converter,
  ReflectionGroup,
  ReflectionKind,
  type Application,
  type Context,
  type DeclarationReflection,
} from 'typedoc';

/** Title of the group that is shown last, and closed. */
export const INHERITED = 'Inherited';

/** Methods that a reader looks for first, in this order. */
const MAIN_METHODS = ['update', 'forward', 'compute', 'reset'];

/** Groups the members of a class: its constructor, main methods and own members first, all inherited ones last. */
export function groupMembers(app: Application): void {
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }: Context) => {
      for (const of of project.getReflectionsByKind(ReflectionKind.Class) as DeclarationReflection[]) {
        of.groups = groupsOf(of.children ?? []).map(([title, members]) =>
          Object.assign(new ReflectionGroup(title, of), { children: members }),
        );
      }
    },
    -1000,
  );
}

function groupsOf(members: readonly DeclarationReflection[]): [title: string, members: DeclarationReflection[]][] {
  const main = MAIN_METHODS.flatMap((name) =>
    members.filter((member) => member.name === name && !member.flags.isStatic),
  );
  const rest = members.filter((member) => !main.includes(member));
  const own = rest.filter((member) => !member.flags.isInherited);
  const isMethod = (member: DeclarationReflection): boolean => member.kindOf(ReflectionKind.Method);
  const isConstructor = (member: DeclarationReflection): boolean => member.kindOf(ReflectionKind.Constructor);
  const groups: [string, DeclarationReflection[]][] = [
    ['Constructor', rest.filter(isConstructor)],
    ['Methods', [...main, ...own.filter(isMethod)]],
    ['Properties', own.filter((member) => !isMethod(member) && !isConstructor(member))],
    [INHERITED, rest.filter((member) => !own.includes(member) && !isConstructor(member))],
  ];
  return groups.filter(([, children]) => children.length > 0);
}
