const LONGEST = 40;

/** Describes a value in an error message: short, with `"1"` distinct from `1`. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return value.toString();
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
  return describeObject(value);
}

const TypedArray = Object.getPrototypeOf(Int8Array) as typeof Int8Array;

function describeObject(value: object): string {
  const className = value.constructor?.name || 'object';
  if (value instanceof TypedArray && !ArrayBuffer.isView(value)) return `a Proxy of a ${className}`;
  const length = (value as { length?: unknown }).length;
  return typeof length === 'number' ? `${className} of length ${length}` : `an object (${className})`;
}

function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
