// Numbers that are the same on every run.
let seed = 20261124;
/** A number below `limit`, from a linear congruential generator (constants of Numerical Recipes). */
export function pick(limit) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}
export const oneOf = (list) => list[pick(list.length)];
