// Chance that is the same on every machine: a small generator of numbers, seeded by words and numbers.

/** Numbers that look random and depend on the seed alone (xmur3 makes the state, mulberry32 the numbers). */
export class Random {
  #state

  /** @param seed words and numbers; each combination begins a row of its own */
  constructor(...seed) {
    let hash = 1779033703
    for (const sign of seed.join(' ')) {
      hash = Math.imul(hash ^ sign.codePointAt(0), 3432918353)
      hash = (hash << 13) | (hash >>> 19)
    }
    this.#state = hash >>> 0
  }

  /** From 0 up to, and without, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number, both ends among them. */
  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share) {
    return this.next() < share
  }

  pick(list) {
    return list[this.whole(0, list.length - 1)]
  }

  /** Some different items of a list, or all where it has fewer. */
  some(list, count) {
    return this.shuffled(list).slice(0, count)
  }

  shuffled(list) {
    const mixed = [...list]
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = this.whole(0, last)
      ;[mixed[last], mixed[other]] = [mixed[other], mixed[last]]
    }
    return mixed
  }

  /** One of `[item, weight]`. */
  weighted(choices) {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    return choices.find(([, weight]) => (left -= weight) < 0)?.[0] ?? choices.at(-1)[0]
  }
}
