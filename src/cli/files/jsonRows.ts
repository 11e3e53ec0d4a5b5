import type { Buffer } from 'node:buffer';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';

const EXPECTED = 'expected one JSON object per line (NDJSON)';

// Numbers that float64 may round have at least 16 digits, or an exponent.
const LONG_NUMBER = /[\d.]{16}|\d[eE]/;

const ESCAPE_QUOTE_OR_NUMBER = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses NDJSON and yields batches of objects. If a key occurs twice in an object, the last value is used.
 *
 * @throws {@link CommandError} if a line is not an object.
 * @see https://github.com/ndjson/ndjson-spec
 */
export async function* jsonRows(text: AsyncIterable<Buffer>, name: string): AsyncGenerator<Record<string, unknown>[]> {
  let number = 0;
  for await (const chunk of text) {
    const lines = chunk.toString().split('\n');
    // Splitting leaves an empty string after the last line end.
    if (lines.at(-1) === '') lines.pop();
    if (number === 0) lines[0] = lines[0]!.replace(/^\uFEFF/, '');
    const rows: Record<string, unknown>[] = [];
    for (const line of lines) {
      number++;
      if (!/^[ \t\r]*$/.test(line)) rows.push(readObject(line, `${name}: line ${number}`));
    }
    yield rows;
  }
}

function readObject(line: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseExactJson(line);
  } catch (cause) {
    throw badData(`${place}: ${EXPECTED}, got ${described(line)}`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw badData(`${place}: ${EXPECTED}, got ${described(line)}`);
}

function described(line: string): string {
  return line.trimStart().startsWith('[') ? 'a JSON array' : `"${printable(line)}"`;
}

/** Parses JSON like `JSON.parse`, but keeps numbers that float64 would round as text. */
function parseExactJson(json: string): unknown {
  const value: unknown = JSON.parse(json);
  if (!LONG_NUMBER.test(json)) return value;
  let isInText = false;
  let isRounded = false;
  const exact = json.replace(ESCAPE_QUOTE_OR_NUMBER, (token) => {
    if (token === '"') isInText = !isInText;
    if (token === '"' || isInText || isExact(token)) return token;
    isRounded = true;
    return `"${token}"`;
  });
  return isRounded ? JSON.parse(exact) : value;
}

function isExact(number: string): boolean {
  return canonicalNumber(String(Number(number))) === canonicalNumber(number);
}

/** Returns a canonical spelling of a number: its significant digits as an integer, and a power of ten. */
function canonicalNumber(number: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number);
  if (parts === null) return number;
  const [, sign, whole, fraction = '', exponent = '0'] = parts;
  const digits = whole! + fraction;
  const significant = digits.replace(/0+$/, '');
  const integer = significant.replace(/^0+/, '');
  if (integer === '') return '0';
  const power = BigInt(exponent) + BigInt(digits.length - significant.length - fraction.length);
  return `${sign}${integer}e${power}`;
}
