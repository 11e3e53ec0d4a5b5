// Samples with known mutual information, which are the same on every machine and in every language: a hash of the index
// gives each number, so that other programs can compute them too.

/** Parameters of {@link projectedPairs}. */
export interface Projection {
  /** Number of samples. */
  readonly n: number;
  /** Number of dimensions that the variables share. */
  readonly latent: number;
  /** Number of columns of each variable. */
  readonly columns: number;
  /** Mutual information, in nats. */
  readonly nats: number;
  readonly seed: number;
}

/** Samples of one variable, one per row. */
interface Rows {
  readonly data: Float32Array;
  readonly shape: readonly [n: number, d: number];
}

/**
 * Returns samples of `latent` pairs of normal variables of equal correlation, each side mapped to `columns` columns by a
 * random linear map, which keeps the mutual information.
 */
export function projectedPairs({ n, latent, columns, nats, seed }: Projection): { readonly x: Rows; readonly y: Rows } {
  const rho = Math.sqrt(1 - Math.exp((-2 * nats) / latent));
  const noise = Math.sqrt(1 - rho ** 2);
  const mapX = numbers(latent * columns, seed + 11);
  const mapY = numbers(latent * columns, seed + 13);
  const latentX = numbers(n * latent, seed + 1);
  const latentY = numbers(n * latent, seed + 3).map((value, k) => rho * latentX[k]! + noise * value);
  const project = (latents: Float64Array, map: Float64Array): Rows => {
    const data = new Float32Array(n * columns);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < columns; j++) {
        let value = 0;
        for (let k = 0; k < latent; k++) value += latents[i * latent + k]! * map[k * columns + j]!;
        data[i * columns + j] = value;
      }
    }
    return { data, shape: [n, columns] };
  };
  return { x: project(latentX, mapX), y: project(latentY, mapY) };
}

function numbers(length: number, stream: number): Float64Array {
  return Float64Array.from({ length }, (_, index) => {
    const radius = Math.sqrt(-2 * Math.log(uniform(index, stream)));
    return radius * Math.cos(2 * Math.PI * uniform(index, stream + 7919));
  });
}

function uniform(index: number, stream: number): number {
  let bits = (index + Math.imul(stream, 0x9e3779b9)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97) >>> 0;
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32 + 2 ** -33;
}
