import type { AbstractList, Level, Numbering } from './numbering.ts';
import { numeral } from './numerals.ts';
import type { ParagraphSaid } from './said.ts';
import type { Styles } from './styles.ts';
import { symbols } from './symbols.ts';

/** A number that Word makes, as it is printed. */
export interface Native {
  number: string;
  list: string;
  level: number;
  follows: string;
}

/** Links between lists and styles that are longer go in a circle. */
const deepest = 10;

/**
 * Counts the lists of a text along with its paragraphs. What belongs to one abstract list counts on, whichever of its
 * lists a paragraph names.
 */
export class Numbers {
  private readonly counts = new Map<AbstractList, (number | undefined)[]>();
  private readonly begun = new Set<string>();
  private readonly numbering: Numbering;
  private readonly styles: Styles;

  constructor(numbering: Numbering, styles: Styles) {
    this.numbering = numbering;
    this.styles = styles;
  }

  /** The number of the next paragraph, if it has one. */
  next(said: ParagraphSaid): Native | undefined {
    const ofStyle = this.styles.list(said.style);
    const id = said.list ?? ofStyle?.list;
    const abstract = id === undefined || id === '0' ? undefined : this.abstract(id);
    if (id === undefined || !abstract) return undefined;
    const linked =
      ofStyle?.list === id ? abstract.levels.findIndex((each) => each?.style === ofStyle.style) : -1;
    const at = Math.min(said.level ?? (linked >= 0 ? linked : (ofStyle?.level ?? 0)), 8);
    const level = this.level(id, abstract, at);
    if (!level) return undefined;
    this.count(id, abstract, at);
    const number = level.format === 'bullet' ? bullet(level) : this.printed(id, abstract, level, at);
    return number.trim() === '' ? undefined : { number, list: id, level: at, follows: level.follows };
  }

  private abstract(id: string): AbstractList | undefined {
    let found = this.numbering.abstracts.get(this.numbering.lists.get(id)?.abstract ?? '');
    for (let depth = 0; found?.link !== undefined && depth < deepest; depth++) {
      const linked = this.styles.listOf(found.link);
      const target = this.numbering.abstracts.get(this.numbering.lists.get(linked ?? '')?.abstract ?? '');
      if (!target) break;
      found = target;
    }
    return found;
  }

  private level(id: string, abstract: AbstractList, at: number): Level | undefined {
    return this.numbering.lists.get(id)?.levels[at] ?? abstract.levels[at];
  }

  private start(id: string, abstract: AbstractList, at: number): number {
    return this.level(id, abstract, at)?.start ?? 1;
  }

  /**
   * A start of a list's own holds once, for the first paragraph on a level that has one, as LibreOffice reads it. A level
   * above that was never printed counts as printed once.
   */
  private count(id: string, abstract: AbstractList, at: number): void {
    const counts = this.counts.get(abstract) ?? [];
    this.counts.set(abstract, counts);
    const begins = this.begun.has(id) ? undefined : this.numbering.lists.get(id)?.starts[at];
    if (begins !== undefined) this.begun.add(id);
    const last = counts[at];
    counts[at] = begins ?? (last === undefined ? this.start(id, abstract, at) : last + 1);
    for (let above = 0; above < at; above++) counts[above] ??= this.start(id, abstract, above);
    for (let below = at + 1; below < 9; below++) {
      const restart = this.level(id, abstract, below)?.restart;
      if (restart === undefined || at < restart) counts[below] = undefined;
    }
  }

  private printed(id: string, abstract: AbstractList, level: Level, at: number): string {
    const counts = this.counts.get(abstract) ?? [];
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const asked = Number(digit) - 1;
      if (asked > at) return '';
      const format = this.level(id, abstract, asked)?.format ?? 'decimal';
      const value = counts[asked] ?? this.start(id, abstract, asked);
      return numeral(level.isLegal && asked < at ? legal(format) : format, value);
    });
  }
}

const legal = (format: string): string => (/^(?:none|bullet|decimalZero)$/.test(format) ? format : 'decimal');

/** A sign of a font that Unicode has no character for is some dot or other. */
function bullet({ text, face }: Level): string {
  return symbols(text, face).replace(/\p{Co}/gu, '•');
}
