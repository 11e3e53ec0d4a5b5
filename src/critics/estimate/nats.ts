/** Returns a number of nats as text. */
export function nats(value: number): string {
  return `${value.toFixed(2)} nats`;
}

/** Replaces the numbers of nats in a text that {@link nats} wrote. */
export function replaceNats(text: string, replace: (value: number) => string): string {
  return text.replaceAll(/(-?(?:\d+\.\d\d|Infinity)) nats/g, (_, value) => replace(Number(value)));
}
