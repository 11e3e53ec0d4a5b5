import ts from 'typescript';

/**
 * Returns true if a value equals the value in a comment: numbers to the digits shown, everything else exactly. Typed
 * arrays are written with their name, as in `Float64Array [1, 2]`.
 *
 * @throws Error if the comment is not a value.
 */
export function matchesValue(stated: string, actual: unknown): boolean {
  const source = ts.createSourceFile('v.ts', `(${unnamed(stated)})`, ts.ScriptTarget.Latest, true);
  const [statement] = source.statements;
  if (source.statements.length !== 1 || !statement || !ts.isExpressionStatement(statement)) {
    throw new Error(`example comment: expected a value, got "${stated}"`);
  }
  return matches(statement.expression, actual);
}

/** Removes the names of typed arrays. */
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
  throw new Error(`example comment: expected a literal, array or object, got "${stated.getText()}"`);
}

const CONSTANTS = new Map([true, false, null, undefined, NaN, Infinity].map((value) => [String(value), { value }]));

function matchesObject(stated: ts.ObjectLiteralExpression, actual: unknown): boolean {
  if (typeof actual !== 'object' || actual === null) return false;
  const values = actual as Record<string, unknown>;
  const names = stated.properties.map((property) => {
    if (!ts.isPropertyAssignment(property))
      throw new Error(`example comment: expected "name: value", got "${property.getText()}"`);
    const name = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
    return matches(property.initializer, values[name]) ? name : undefined;
  });
  return !names.includes(undefined) && names.length === Object.keys(values).length;
}

function matchesNegative(operand: ts.Expression, actual: unknown): boolean {
  if (operand.getText() === 'Infinity') return actual === -Infinity;
  return matchesNumber(operand.getText(), -1, actual);
}

/** Compares integers exactly, and numbers with decimals to half a unit of the last digit. */
function matchesNumber(text: string, sign: number, actual: unknown): boolean {
  if (typeof actual !== 'number') return false;
  const digits = text.replaceAll('_', '');
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const exponent = Number(/e(.*)$/i.exec(digits)?.[1] ?? 0);
  const half = decimals === 0 && exponent === 0 ? 1e-12 : 0.5000001 * 10 ** (exponent - decimals);
  return Math.abs(actual - sign * Number(digits)) <= half;
}
