import fc from 'fast-check';

/** Cells that follow RFC 4180. */
const plainCell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', '1', '2', '', '1.5', 'é', '👍') },
  fc.constantFrom(
    '"x"',
    '""',
    '"a""b"',
    '"a,b"',
    '"a;b\tc"',
    '""""',
    '" "',
    ' ',
    ' a',
    'a ',
    '\\',
    '"\\"',
    "'",
    '#a',
    'NULL',
    'NaN',
    '\u00a0',
    '\u2028',
  ),
  fc
    .string({ unit: 'binary', maxLength: 4 })
    .map((text) => `"${text.replace(/[\r\n\0\uFEFF]/g, '').replaceAll('"', '""')}"`),
);

/** Cells that CSV readers interpret differently. */
const oddCell = fc.oneof(
  { weight: 3, arbitrary: plainCell },
  fc.constantFrom(
    ' "x"',
    '"x" ',
    '"',
    'a"b',
    '"a\nb"',
    '"a\r\nb"',
    '\uFEFFa',
    '\uFEFF',
    '\r',
    'a\rb',
    '\\"',
    '\u0000',
    '\t',
    '"a"b"',
    '"a',
  ),
  fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r', '\\', 'é', '\uFEFF'), maxLength: 5 }),
);

const lineEnd = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, fc.constantFrom('\n', '\r\n', '\r', ' '));

/** Generates delimited text: mostly regular, with irregularities everywhere. */
export function delimitedText(delimiter: string): fc.Arbitrary<string> {
  const row = (width: number, cell: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.array(cell, { minLength: width, maxLength: width }),
        fc.oneof({ weight: 60, arbitrary: fc.constant<string[]>([]) }, fc.constantFrom([''], ['z'], ['', ''], ['""'])),
      )
      .map(([cells, more]) => [...cells, ...more].join(delimiter));
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
    .chain(([width, end, isPlain]) =>
      fc
        .record({
          mark: fc.oneof(
            { weight: 5, arbitrary: fc.constant('') },
            fc.constantFrom('\uFEFF', '\uFEFF\uFEFF', '\n', '\r\n'),
          ),
          header: fc.constantFrom(['p', 't', 'u'], ['"p"', 't', '"u"'], ['', 't', 'u'], [' p', '"t" ', 'u']),
          rows: fc.array(fc.tuple(row(width, isPlain ? plainCell : oddCell), isPlain ? fc.constant('') : lineEnd), {
            maxLength: 8,
          }),
          last: fc.constantFrom('', end, end, `${end}${end}`),
        })
        .map(({ mark, header, rows, last }) => {
          const lines = [header.slice(0, width).join(delimiter), ...rows.map(([text]) => text)];
          const ends = ['', ...rows.map(([, odd]) => odd)];
          return mark + lines.map((line, i) => (ends[i] ?? '') + line).join(end) + last;
        }),
    );
}

const json = fc.oneof(
  fc.constantFrom('1', '1.0', '1e0', '"1"', 'null', 'true', '""', '"a"', '" a"', '-0', '0'),
  fc.constantFrom(
    '9007199254740992',
    '9007199254740993',
    '9007199254740993.0',
    '1e400',
    '-1e400',
    '1e500',
    '0.1',
    '1e-400',
    '12345678.1234567891',
    '12345678.1234567892',
  ),
  fc.constantFrom(
    '[1, 2]',
    '{"k":9007199254740993}',
    '{}',
    '"\\ud83d\\udc4d"',
    '"\\u2028"',
    '"\u2028"',
    '"\\u0041"',
    '"\\\\"',
    '"a\\"9007199254740993"',
  ),
  fc.constantFrom('NaN', '01', "'a'", '1,', '', '"\t"', '"\\ud800"', '/**/1', 'Infinity', '.5'),
);

/** Generates NDJSON: mostly regular, with missing, reordered and duplicate keys, and damaged lines. */
export const ndjsonText: fc.Arbitrary<string> = fc
  .record({
    mark: fc.constantFrom('', '', '', '\uFEFF', '\n'),
    rows: fc.array(
      fc.oneof(
        {
          weight: 20,
          arbitrary: fc
            .array(fc.tuple(fc.constantFrom('p', 't', 'constructor'), json), { maxLength: 4 })
            .map((pairs) => `{${pairs.map(([key, value]) => `"${key}":${value}`).join(',')}}`),
        },
        { weight: 3, arbitrary: fc.constantFrom('', ' ', '\r', '\u00a0') },
        fc.constantFrom('[1]', '1', '{', '{}{}'),
      ),
      { maxLength: 6 },
    ),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.constantFrom('', '\n'),
  })
  .map(({ mark, rows, end, last }) => mark + rows.join(end) + last);
