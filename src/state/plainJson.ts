import { MetricStateError } from './metricStateError.ts';

/** Maximum nesting depth: more than any metric needs, and safe for recursion. */
const DEEPEST = 500;

/** Maximum length of an array. */
const LONGEST = 2 ** 28;

/** Copies made by this module, which need no second copy. */
const copies = new WeakSet<object>();

/**
 * Returns a copy of a snapshot as plain JSON data, without getters, proxies, holes, cycles, functions or deep nesting,
 * so reading the copy cannot run code.
 *
 * @throws {@link MetricStateError} if the value is not JSON data.
 */
export function plainJson(value: unknown): unknown {
  try {
    return copyOf(value, 0, new Map());
  } catch (cause) {
    if (cause instanceof MetricStateError) throw cause;
    throw new MetricStateError('snapshot: expected plain JSON data, got an object that throws when read', { cause });
  }
}

/** Copies a value; `known` maps objects already visited to their copies. */
function copyOf(value: unknown, depth: number, known: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) {
    if (['bigint', 'symbol', 'function'].includes(typeof value)) refuse(`a ${typeof value}`);
    return value;
  }
  if (copies.has(value)) return value;
  if (known.has(value)) return known.get(value);
  if (depth === DEEPEST) refuse(`more than ${DEEPEST} levels of nesting`);
  const copy = Array.isArray(value)
    ? copyOfList(value, (item) => copyOf(item, depth + 1, known))
    : Object.fromEntries(
        Object.entries(value).flatMap(([key, item]) =>
          item === undefined ? [] : [[key, copyOf(item, depth + 1, known)] as const],
        ),
      );
  known.set(value, copy);
  copies.add(copy);
  return copy;
}

function copyOfList(list: readonly unknown[], copyItem: (item: unknown) => unknown): unknown[] {
  const { length } = list;
  if (length > LONGEST) refuse(`an array of ${length} items`);
  const copy: unknown[] = [];
  for (let k = 0; k < length; k++) {
    const item = list[k];
    if (item === undefined) refuse('an array with holes');
    // Long lists are of numbers.
    copy[k] = typeof item === 'number' ? item : copyItem(item);
  }
  return copy;
}

function refuse(found: string): never {
  throw new MetricStateError(`snapshot: expected plain JSON data, got ${found}`);
}
