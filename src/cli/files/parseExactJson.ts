// Numbers that float64 may round have at least 16 digits, or an exponent.
const LONG_NUMBER = /[\d.]{16}|\d[eE]/;

const ESCAPE_QUOTE_OR_NUMBER = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON like `JSON.parse`, but keeps numbers that float64 would round as text. */
export function parseExactJson(json: string): unknown {
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
