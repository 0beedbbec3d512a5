/**
 * A percentage rounded half up at `decimals` places, from whole numbers only: the nearest q with
 * q * base <= 100 * 10^decimals * count + base / 2. No float ever decides a half. Base 0 is the
 * caller's to exclude. Exact while 200 * 10^decimals * count stays below 2^53.
 */
export function percent(count: number, base: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor((200 * scale * count + base) / (2 * base)) / scale
}
