import { Converter, type Application, type Context, type DeclarationReflection } from 'typedoc';
import type ts from 'typescript';

/** Text that TypeDoc shows in place of arrays and objects. */
const HIDDEN = '...';
/** Longest value that is shown. */
const LONGEST = 40;

/**
 * Shows the values of constants that are short arrays, such as the range of a score, and leaves out values that the type
 * states already.
 */
export function showValues(app: Application): void {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context: Context, reflection: DeclarationReflection) => {
    if (reflection.type?.type === 'literal') delete reflection.defaultValue;
    if (reflection.defaultValue !== HIDDEN) return;
    const [declaration] = context.getSymbolFromReflection(reflection)?.declarations ?? [];
    const value = (declaration as ts.PropertyDeclaration | undefined)?.initializer?.getText();
    if (value !== undefined && value.length <= LONGEST) reflection.defaultValue = value;
  });
}
