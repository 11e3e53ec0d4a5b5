/** Index of the high half of a 64-bit number among its two 32-bit halves in memory: 1 on little-endian machines. */
export const HIGH_HALF: number = /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ Uint16Array.of(1).buffer)[0]!;
