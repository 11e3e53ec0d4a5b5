const buffer = /* @__PURE__ */ new ArrayBuffer(8);
const value = /* @__PURE__ */ new Float64Array(buffer);
const words = /* @__PURE__ */ new Uint32Array(buffer);

/** Returns a hash of 53 bits of the numbers with indices from `from` to before `to`. Both zeros are equal. */
export function hashOfNumbers(numbers: ArrayLike<number>, from = 0, to: number = numbers.length): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let k = from; k < to; k++) {
    value[0] = numbers[k]! + 0;
    for (const word of words) {
      low = Math.imul(low ^ word, 0x01000193);
      low ^= low >>> 15;
      high = Math.imul(high ^ word, 0x85ebca6b);
      high ^= high >>> 13;
    }
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
