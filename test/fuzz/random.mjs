// A seeded source of chance (mulberry32): the same seed gives the same case on every machine.

export function chance(seed) {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    unit,
    /** A whole number from 0 to below `limit`. */
    below: (limit) => Math.floor(unit() * limit),
    pick: (list) => list[Math.floor(unit() * list.length)],
    /** True once in `times`. */
    once: (times) => unit() * times < 1,
  };
}

/** The seed of one case of a run: neighbours have nothing in common. */
export const seedOf = (seed, number) => (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
