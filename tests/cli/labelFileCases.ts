import type { Label } from 'tfjs-metrics';

const LONG = 'x'.repeat(10_000);
const SCRIPT = '<script>alert("1")</script>';

export type Counted = [labels: readonly Label[], count: number][];

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** File contents with the columns p and t, and the expected counts of label pairs. */
export const labelFileCases: [title: string, name: string, text: string, expected: Counted][] = [
  [
    'whole numbers',
    'plain.csv',
    'p,t\n1,0\n1,0\n-2,10\n',
    [
      [[-2, 10], 1],
      [[1, 0], 2],
    ],
  ],
  ['numbers written with a point', 'point.csv', 'p,t\n1.0,a\n1,a\n', [[[1, 'a'], 2]]],
  [
    'codes with leading zeros as text',
    'codes.csv',
    'p,t\n01,a\n1,a\n',
    [
      [['01', 'a'], 1],
      [['1', 'a'], 1],
    ],
  ],
  [
    'numbers mixed with names as text',
    'mixed.csv',
    'p,t\n1,a\nnone,a\n',
    [
      [['1', 'a'], 1],
      [['none', 'a'], 1],
    ],
  ],
  ['a byte order mark and CRLF', 'bom.csv', '\uFEFFp,t\r\na,b\r\na,b\r\n', [[['a', 'b'], 2]]],
  ['no line end after the last row', 'end.csv', 'p,t\na,b\na,b', [[['a', 'b'], 2]]],
  ['tabs', 'tabs.tsv', 'p\tt\na,1\tb\n', [[['a,1', 'b'], 1]]],
  [
    'quoted delimiters, quotation marks and line ends',
    'quotes.csv',
    `p,t\n${quoted('a,"b"\nc')},d\n`,
    [[['a,"b"\nc', 'd'], 1]],
  ],
  [
    'text that looks like code',
    'script.csv',
    `p,t\n${quoted(SCRIPT)},${quoted("'; DROP TABLE x; --")}\n`,
    [[[SCRIPT, "'; DROP TABLE x; --"], 1]],
  ],
  ['text that looks like a formula', 'formula.csv', 'p,t\n=1+2,@SUM(A1)\n', [[['=1+2', '@SUM(A1)'], 1]]],
  ['emoji', 'emoji.csv', 'p,t\n👩‍🔬,🐈\n', [[['👩‍🔬', '🐈'], 1]]],
  ['names of 10,000 characters', 'long.csv', `p,t\n${LONG},1\n`, [[[LONG, 1], 1]]],
  ['literal spaces', 'spaces.csv', 'p,t\n a, b \n', [[[' a', ' b '], 1]]],
  ['NDJSON', 'rows.ndjson', '{"p":1,"t":"a"}\n\n{"t":"a","p":1}\n', [[[1, 'a'], 2]]],
  [
    'NDJSON with booleans',
    'logical.ndjson',
    '{"p":true,"t":"a"}\n{"p":false,"t":"a"}\n',
    [
      [['false', 'a'], 1],
      [['true', 'a'], 1],
    ],
  ],
  [
    'NDJSON with several spellings of a number, mixed with text',
    'ways.ndjson',
    '{"p":1e3,"t":1.50}\n{"p":1000.0,"t":1.5}\n{"p":"x","t":"x"}\n',
    [
      [['1000', '1.5'], 2],
      [['x', 'x'], 1],
    ],
  ],
  [
    'NDJSON with integers above 2^53',
    'large.ndjson',
    '{"p":9007199254740992,"t":0}\n{"p":9007199254740993,"t":0}\n{"p":9007199254740993,"t":0}\n',
    [
      [['9007199254740992', 0], 1],
      [['9007199254740993', 0], 2],
    ],
  ],
  [
    'CSV with integers above 2^53',
    'large.csv',
    'p,t\n9007199254740992,0\n9007199254740993,0\n',
    [
      [['9007199254740992', 0], 1],
      [['9007199254740993', 0], 1],
    ],
  ],
  [
    'NDJSON with numbers that float64 rounds',
    'rounded.ndjson',
    '{"p":12345678.1234567891,"t":"1e400"}\n{"p":12345678.1234567892,"t":1e400}\n{"p":1e400,"t":1e500}\n',
    [
      [['12345678.1234567891', '1e400'], 1],
      [['12345678.1234567892', '1e400'], 1],
      [['1e400', '1e500'], 1],
    ],
  ],
  [
    'NDJSON with digits in strings and nested values',
    'digits.ndjson',
    '{"p":"a\\"9007199254740993","t":[9007199254740993]}\n',
    [[['a"9007199254740993', '["9007199254740993"]'], 1]],
  ],
  ['NDJSON with a duplicate key', 'twice.ndjson', '{"p":1,"p":2,"t":3}\n', [[[2, 3], 1]]],
  ['NDJSON with a line separator in a string', 'separator.ndjson', '{"p":"a\u2028b","t":1}\n', [[['a\u2028b', 1], 1]]],
  [
    'a blank line before the header',
    'blank.csv',
    '\np,t\na,0\nb,1\n',
    [
      [['a', 0], 1],
      [['b', 1], 1],
    ],
  ],
  [
    'blank lines everywhere',
    'blanks.csv',
    '\r\np,t\r\n\r\na,0\r\n\r\n\r\nb,1\r\n\r\n',
    [
      [['a', 0], 1],
      [['b', 1], 1],
    ],
  ],
  [
    'LF and CRLF in one file',
    'ends.csv',
    'p,t\r\na,0\nb,1\r\n',
    [
      [['a', 0], 1],
      [['b', 1], 1],
    ],
  ],
  [
    'literal spaces around quotation marks',
    'marks.csv',
    'p,t\n "x",0\n"x" ,0\n"x",0\n',
    [
      [[' "x"', 0], 1],
      [['"x" ', 0], 1],
      [['x', 0], 1],
    ],
  ],
  [
    'a label that starts with a byte order mark',
    'mark.csv',
    'p,t\n\uFEFFa,0\na,0\n',
    [
      [['a', 0], 1],
      [['\uFEFFa', 0], 1],
    ],
  ],
  [
    'NDJSON with arrays and objects in different spacing',
    'nested.ndjson',
    '{"p":{"k": [1, 2]},"t":"a"}\n{"p":{"k":[1,2]},"t":"a"}\n',
    [[['{"k":[1,2]}', 'a'], 2]],
  ],
];
