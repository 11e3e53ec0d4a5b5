import { Converter, ReflectionKind, type Application, type Context, type SignatureReflection } from 'typedoc';

/** Leaves the options reader, which only subclasses pass to a base class, out of inherited constructors. */
export function trimInheritedConstructors(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }: Context) => {
    const signatures = project.getReflectionsByKind(ReflectionKind.ConstructorSignature) as SignatureReflection[];
    for (const signature of signatures.filter(({ inheritedFrom }) => inheritedFrom !== undefined)) {
      signature.parameters = (signature.parameters ?? []).filter(
        ({ type }) => !(type?.type === 'reference' && type.name === 'OptionsReader'),
      );
    }
  });
}
