import ts from 'typescript';

/**
 * Whether a value is what a comment states: numbers to the digits shown, all else exactly. Typed
 * arrays are stated with their name, as in `Float64Array [1, 2]`.
 *
 * @throws Error when the comment is no value.
 */
export function matchesValue(stated: string, actual: unknown): boolean {
  const source = ts.createSourceFile('v.ts', `(${unnamed(stated)})`, ts.ScriptTarget.Latest, true);
  const [statement] = source.statements;
  if (source.statements.length !== 1 || !statement || !ts.isExpressionStatement(statement)) {
    throw new Error(`"${stated}" is no value`);
  }
  return matches(statement.expression, actual);
}

/** The text without the names of typed arrays. */
function unnamed(stated: string): string {
  return stated.replace(/\b(?:Float|Int|Uint)\d+Array(?= ?\[)/g, '');
}

function matches(stated: ts.Expression, actual: unknown): boolean {
  if (ts.isParenthesizedExpression(stated)) return matches(stated.expression, actual);
  if (ts.isNumericLiteral(stated)) return matchesNumber(stated.getText(), 1, actual);
  if (ts.isPrefixUnaryExpression(stated)) return matchesNegative(stated.operand, actual);
  if (ts.isStringLiteralLike(stated)) return actual === stated.text;
  const constant = CONSTANTS.get(stated.getText());
  if (constant) return Object.is(actual, constant.value);
  if (ts.isArrayLiteralExpression(stated)) {
    const list = ArrayBuffer.isView(actual) || Array.isArray(actual) ? [...(actual as number[])] : undefined;
    const { elements } = stated;
    return list?.length === elements.length && elements.every((e, i) => matches(e, list[i]));
  }
  if (ts.isObjectLiteralExpression(stated)) return matchesObject(stated, actual);
  throw new Error(`"${stated.getText()}" is no value that can be compared`);
}

const CONSTANTS = new Map([true, false, null, undefined, NaN, Infinity].map((value) => [String(value), { value }]));

function matchesObject(stated: ts.ObjectLiteralExpression, actual: unknown): boolean {
  if (typeof actual !== 'object' || actual === null) return false;
  const values = actual as Record<string, unknown>;
  const names = stated.properties.map((property) => {
    if (!ts.isPropertyAssignment(property)) throw new Error(`no value: ${property.getText()}`);
    const name = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
    return matches(property.initializer, values[name]) ? name : undefined;
  });
  return !names.includes(undefined) && names.length === Object.keys(values).length;
}

function matchesNegative(operand: ts.Expression, actual: unknown): boolean {
  if (operand.getText() === 'Infinity') return actual === -Infinity;
  return matchesNumber(operand.getText(), -1, actual);
}

/** A whole number is meant exactly; one with decimals, to half of the last of them. */
function matchesNumber(text: string, sign: number, actual: unknown): boolean {
  if (typeof actual !== 'number') return false;
  const digits = text.replaceAll('_', '');
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const exponent = Number(/e(.*)$/i.exec(digits)?.[1] ?? 0);
  const half = decimals === 0 && exponent === 0 ? 1e-12 : 0.5000001 * 10 ** (exponent - decimals);
  return Math.abs(actual - sign * Number(digits)) <= half;
}
