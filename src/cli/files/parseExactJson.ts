// What may hold a number that float64 rounds: 16 digits and more, or an exponent.
const LONG_NUMBER = /[\d.]{16}|\d[eE]/;

const ESCAPE_QUOTE_OR_NUMBER = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON as `JSON.parse` does, except that a number that float64 would round is its text. */
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
  return sameForAllSpellings(String(Number(number))) === sameForAllSpellings(number);
}

/** The significant digits of a number as an integer, with the power of ten to multiply it by. */
function sameForAllSpellings(number: string): string {
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
