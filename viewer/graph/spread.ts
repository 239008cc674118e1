/** Places things along a line in a given order, a pitch apart, as near to their wishes as can be. */

/**
 * Offsets in the order of `wishes`, at least `pitch` apart and, as far as they fit, within `0 … room`; the sum of squared
 * distances from the wishes is the least possible (pool adjacent violators).
 */
export function spread(wishes: readonly number[], pitch: number, room: number): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let pool = { sum: wish - index * pitch, count: 1 };
    for (let above = pools.at(-1); above !== undefined; above = pools.at(-1)) {
      if (above.sum / above.count <= pool.sum / pool.count) break;
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const highest = Math.max(0, room - (wishes.length - 1) * pitch);
  return pools
    .flatMap(({ sum, count }) =>
      Array.from({ length: count }, () => Math.min(highest, Math.max(0, sum / count))),
    )
    .map((offset, index) => offset + index * pitch);
}

/**
 * Nearest free offset to each wish on a line where `taken` already stands, in order; nothing that stands is moved.
 * Offsets may lie beyond `room` when there is no free one within.
 */
export function fitBetween(
  taken: readonly number[],
  wishes: readonly number[],
  pitch: number,
): readonly number[] {
  const standing = [...taken];
  return wishes.map((wish) => {
    const free = (at: number): boolean => standing.every((other) => Math.abs(other - at) >= pitch - 1e-6);
    const candidates = [wish, ...standing.flatMap((other) => [other - pitch, other + pitch])].filter(
      (at) => at >= 0 && free(at),
    );
    const nearest = candidates.reduce(
      (best, at) => (Math.abs(at - wish) < Math.abs(best - wish) ? at : best),
      candidates[0] ?? Math.max(0, ...standing) + pitch,
    );
    standing.push(nearest);
    return nearest;
  });
}
