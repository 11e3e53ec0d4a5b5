const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Position in the output and in a source: column, index of the source, line and column there. */
type Position = readonly [column: number, source: number, sourceLine: number, sourceColumn: number];

/**
 * Returns the mappings of a source map with only the first position of each line. Stack traces and breakpoints need the
 * lines, and the positions of all tokens would take six times as much.
 *
 * @see https://tc39.es/ecma426/ for the format: all numbers are differences from the position before; columns of the
 * output start at 0 on each line.
 */
export function lineMappings(mappings: string): string {
  let [source, sourceLine, sourceColumn] = [0, 0, 0];
  let before: Position = [0, 0, 0, 0];
  return mappings
    .split(';')
    .map((line) => {
      let column = 0;
      let first: Position | undefined;
      for (const segment of line.split(',')) {
        const [toColumn = 0, ...toSource] = decode(segment);
        column += toColumn;
        if (toSource.length === 0) continue;
        source += toSource[0]!;
        sourceLine += toSource[1]!;
        sourceColumn += toSource[2]!;
        first ??= [column, source, sourceLine, sourceColumn];
      }
      if (first === undefined) return '';
      const [, ...previous] = before;
      before = first;
      return first.map((value, k) => encode(k === 0 ? value : value - previous[k - 1]!)).join('');
    })
    .join(';');
}

/** Decodes numbers in digits of five bits, of which the sixth marks all but the last digit of a number. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

function encode(number: number): string {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1;
  let digits = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    digits += DIGITS[rest > 0 ? digit | 32 : digit]!;
  } while (rest > 0);
  return digits;
}
