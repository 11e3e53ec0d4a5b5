import type { LabelCodes } from './labelCodes.ts';

/** Translates codes of one side into codes of the same labels of another side, which assigns codes to new labels. */
export function translateCodes(codes: Int32Array, from: LabelCodes, to: LabelCodes): Int32Array {
  if (from.shape.fitsInt32 && to.shape.fitsInt32) return codes;
  return codes.map((code) => to.encodeLabel(from.rawLabel(code)));
}

/** Translates one code; undefined if the other side does not know the label. */
export function findCode(code: number, from: LabelCodes, to: LabelCodes): number | undefined {
  return from.kind === to.kind ? to.find(from.rawLabel(code)) : undefined;
}
