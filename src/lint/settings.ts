import type { Span } from '../schema/node.ts';
import type { Severity } from '../schema/problem.ts';
import { type Preset, presets, type Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What a rule is told beside its level. */
export type Options = Record<string, unknown>;

/** One line of a configuration about rules; a later line wins. */
export interface Setting {
  /** `punct/half-width`, `punct/*` or `*`. */
  pattern: string;
  level?: Severity | 'off';
  options?: Options;
}

/** What a configuration says beside the levels of rules. */
export interface Choices {
  /** Words that a rule lets pass, by its id. */
  allowed?: ReadonlyMap<string, readonly string[]>;
  /** Rules of one's own. */
  own?: readonly Rule[];
  /** Comments that turn rules off: heeded, and whether they must say why. */
  comments?: 'heeded' | 'with-reason' | 'ignored';
}

/** Which rules look, how much their findings weigh, and what they leave alone. */
export class Settings {
  readonly rules: readonly Rule[];
  readonly comments: NonNullable<Choices['comments']>;
  readonly #preset: Preset;
  readonly #settings: readonly Setting[];
  readonly #allowed: ReadonlyMap<string, readonly string[]>;

  constructor(
    preset: Preset = 'recommended',
    settings: readonly Setting[] = [],
    { allowed = new Map(), own = [], comments = 'heeded' }: Choices = {},
  ) {
    this.comments = comments;
    this.#preset = preset;
    this.#settings = settings;
    this.#allowed = allowed;
    this.rules = [...rules, ...own];
  }

  level({ id, level, preset }: Rule): Severity | 'off' {
    const set = this.#settings.findLast(
      (each) => each.level !== undefined && covers(each.pattern, id),
    )?.level;
    return set ?? (presets.indexOf(preset) <= presets.indexOf(this.#preset) ? level : 'off');
  }

  options({ id }: Rule): Options {
    return Object.assign(
      {},
      ...this.#settings.filter(({ pattern }) => pattern === id).map((set) => set.options),
    );
  }

  /** Whether the place lies within a word that the rule must let pass. */
  allows({ id }: Rule, source: string, { start, end }: Span): boolean {
    return (this.#allowed.get(id) ?? []).some((word) => {
      const at = source.lastIndexOf(word, start);
      return at >= 0 && at + word.length >= end;
    });
  }
}

/** `punct/*` covers every rule of its group, `*` every rule. */
export function covers(pattern: string, id: string): boolean {
  return pattern === '*' || pattern === id || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1)));
}
