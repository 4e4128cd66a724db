/**
 * How often each of some words stands in a text, those that overlap too, in one pass through the text however many the
 * words are (Aho and Corasick, 1975).
 */
export function occurrences(words: Iterable<string>, text: string): Map<string, number> {
  const trie = new Trie();
  const ends = new Map([...words].map((word) => [word, trie.add(word)]));
  const visits = trie.visits(text);
  return new Map([...ends].map(([word, end]) => [word, visits[end] ?? 0]));
}

/** Beginnings of words by number, 0 the empty one. */
class Trie {
  /** The beginning that one more UTF-16 unit makes, by beginning and unit. */
  readonly #next = new Map<number, number>();
  readonly #units = [0];
  readonly #parents = [0];
  /** Beginnings by their length. */
  readonly #levels: number[][] = [];

  add(word: string): number {
    let at = 0;
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index);
      const known = this.#following(at, unit);
      at = known ?? this.#grown(at, unit, index);
    }
    return at;
  }

  /** How often each beginning stands in a text. */
  visits(text: string): number[] {
    const shorter = this.#shorter();
    const visits = this.#units.map(() => 0);
    let at = 0;
    for (let index = 0; index < text.length; index++) {
      at = this.#step(shorter, at, text.charCodeAt(index));
      visits[at] = (visits[at] ?? 0) + 1;
    }
    for (const level of [...this.#levels].reverse())
      for (const each of level) {
        const inside = shorter[each] ?? 0;
        visits[inside] = (visits[inside] ?? 0) + (visits[each] ?? 0);
      }
    return visits;
  }

  /** For each beginning the longest other one that it ends with. */
  #shorter(): number[] {
    const shorter = this.#units.map(() => 0);
    for (const level of this.#levels.slice(1))
      for (const each of level)
        shorter[each] = this.#step(shorter, shorter[this.#parents[each] ?? 0] ?? 0, this.#units[each] ?? 0);
    return shorter;
  }

  #step(shorter: readonly number[], from: number, unit: number): number {
    for (let at = from; ; at = shorter[at] ?? 0) {
      const next = this.#following(at, unit);
      if (next !== undefined || at === 0) return next ?? 0;
    }
  }

  #following(at: number, unit: number): number | undefined {
    return this.#next.get(at * 0x10000 + unit);
  }

  #grown(at: number, unit: number, level: number): number {
    const grown = this.#units.push(unit) - 1;
    this.#parents.push(at);
    this.#next.set(at * 0x10000 + unit, grown);
    if (level === this.#levels.length) this.#levels.push([]);
    this.#levels[level]?.push(grown);
    return grown;
  }
}
