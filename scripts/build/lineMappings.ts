import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

/**
 * Returns the mappings of a source map with only the first position of each line. Stack traces and breakpoints need the
 * lines, and the positions of all tokens would take six times as much.
 */
export function lineMappings(mappings: string): string {
  return encode(
    decode(mappings).map((segments) => {
      const first = segments.find((segment) => segment.length > 1);
      return first === undefined ? [] : [first.slice(0, 4) as unknown as SourceMapSegment];
    }),
  );
}
