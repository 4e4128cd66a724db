import type { Entry, Mapping, Node, Scalar } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { type Place, taken } from './place.ts';
import { sound, together, type Way } from './said.ts';
import type { Standing } from './standing.ts';
import { linesOfText, rewrittenAs, type TextEdit, textChanged } from './texts.ts';
import { titleAlone } from './titles.ts';

/** What becomes of a node: all that is printed of it is gone, or some, or nothing; or it isn't printed at all. */
type Fate = 'gone' | 'part' | 'kept' | 'none';

/** Takes out of a plan what paragraphs print that are gone. */
export class Removal {
  readonly #standing: Standing;
  readonly #gone: ReadonlySet<MadeParagraph>;
  /** What is printed at another place as well goes all the same. */
  readonly #everywhere: boolean;
  readonly #fates = new Map<Node, Fate>();

  constructor(standing: Standing, gone: Iterable<MadeParagraph>, everywhere = false) {
    this.#standing = standing;
    this.#gone = new Set(gone);
    this.#everywhere = everywhere;
  }

  way(): Way | undefined {
    return together(this.#standing, this.#in(this.#standing.root));
  }

  fate(node: Node): Fate {
    const known = this.#fates.get(node);
    if (known) return known;
    const fate = node.kind === 'scalar' ? this.#fateOfText(node) : fateOf(this.#fatesIn(node));
    this.#fates.set(node, fate);
    return fate;
  }

  #fatesIn(node: Node): Fate[] {
    if (node.kind === 'list') return node.items.map((item) => this.fate(item));
    if (node.kind !== 'map') return [];
    return node.entries.flatMap(({ key, value }) => [this.fate(key), this.fate(value)]);
  }

  #fateOfText(leaf: Scalar): Fate {
    const prints = this.#standing.within({ start: leaf.start, end: leaf.start + 1 });
    const gone = prints.filter(({ made }) => this.#gone.has(made));
    if (prints.length === 0) return 'none';
    if (gone.length === 0) return 'kept';
    const isGone = (from: number) => gone.some((print) => print.from <= from && print.to > from);
    const others = prints.filter(({ made }) => !this.#gone.has(made));
    if (others.length > 0 && !(this.#everywhere && others.every(({ from }) => isGone(from)))) return 'part';
    const rest = [...leaf.text].filter((_, index) => !isGone(index)).join('');
    return /[\p{L}\p{N}]/u.test(rest.replace(/\{\{[^{}]*\}\}/g, '')) ? 'part' : 'gone';
  }

  #in(node: Node): (Way | undefined)[] {
    const { source } = this.#standing;
    if (node.kind === 'scalar') return [this.#inText(node)];
    const places = (indexes: readonly number[]): Place[] =>
      indexes.map((index) =>
        node.kind === 'list' ? { list: node, index } : { map: node as Mapping, index },
      );
    const take = (gone: readonly number[], each: (index: number) => Node | Entry): (Way | undefined)[] => {
      if (gone.length === 0) return [];
      const rewrites = taken(source, places(gone));
      return [rewrites && sound(this.#standing, [{ rewrites, said: { gone: new Set(gone.map(each)) } }])];
    };
    if (node.kind === 'list') {
      const fates = node.items.map((item) => this.fate(item));
      return [
        ...take(indexesOf(fates, 'gone'), (index) => node.items[index] as Node),
        ...node.items.flatMap((item, index) => (fates[index] === 'part' ? this.#in(item) : [])),
      ];
    }
    if (node.kind !== 'map') return [];
    const fates = node.entries.map((entry) => this.#fateOfEntry(entry));
    return [
      ...take(indexesOf(fates, 'gone'), (index) => node.entries[index] as Entry),
      ...node.entries.flatMap((entry, index) => (fates[index] === 'part' ? this.#inEntry(node, entry) : [])),
    ];
  }

  #fateOfEntry({ key, value }: Entry): Fate {
    return fateOf([this.fate(key), this.fate(value)]);
  }

  #inEntry(map: Mapping, entry: Entry): (Way | undefined)[] {
    const { key, value } = entry;
    if (this.fate(key) === 'gone') return [undefined];
    // A title whose content is gone stands alone.
    if (this.fate(value) === 'gone')
      return [this.fate(key) === 'kept' ? titleAlone(this.#standing, map, entry) : undefined];
    return this.#in(value);
  }

  #inText(leaf: Scalar): Way | undefined {
    const lines = linesOfText(this.#standing, leaf);
    const isGone = lines.map(
      ({ printedBy }) => printedBy.size > 0 && [...printedBy].every((made) => this.#gone.has(made)),
    );
    const hasGone = lines.some(
      ({ printedBy }, index) => !isGone[index] && [...printedBy].some((made) => this.#gone.has(made)),
    );
    if (hasGone) return this.#inLine(leaf);
    const isBlank = (index: number) => /^\s*$/.test(leaf.text.slice(lines[index]?.from, lines[index]?.to));
    const edits: TextEdit[] = [];
    for (let index = 0; index < lines.length; index++) {
      if (!isGone[index]) continue;
      let end = index + 1;
      while (isGone[end] || (end < lines.length && isBlank(end))) end++;
      let first = index;
      const behind = lines[end];
      // The last words of a text take the blank lines in front of them along.
      if (!behind) while (first > 0 && isBlank(first - 1)) first--;
      const from = behind ? lines[first]?.from : lines[first - 1]?.to;
      const last = lines.findLast((_, at) => !isBlank(at));
      const to = behind ? behind.from : (last?.to ?? 0);
      edits.push({ from: from ?? 0, to, text: '' });
      index = end;
    }
    return textChanged(this.#standing, leaf, edits);
  }

  /** Words within a line that others print as well. */
  #inLine(leaf: Scalar): Way | undefined {
    const prints = this.#standing.within({ start: leaf.start, end: leaf.start + 1 });
    const kept = prints.filter(({ made }) => !this.#gone.has(made));
    let text = '';
    for (let index = 0; index < leaf.text.length; index++)
      if (
        !prints.some(({ from, to }) => from <= index && to > index) ||
        kept.some(({ from, to }) => from <= index && to > index)
      )
        text += leaf.text[index];
    // All of it is printed elsewhere as well.
    return text.trim() === leaf.text.trim() ? undefined : rewrittenAs(this.#standing, leaf, text.trim());
  }
}

function fateOf(fates: readonly Fate[]): Fate {
  const printed = fates.filter((fate) => fate !== 'none');
  const [first = 'none'] = printed;
  return printed.every((fate) => fate === first) ? first : 'part';
}

function indexesOf(fates: readonly Fate[], wanted: Fate): number[] {
  return fates.flatMap((fate, index) => (fate === wanted ? [index] : []));
}

/** The ways to take out what some paragraphs print: only what no other prints, or that as well. */
export function* waysWithout(standing: Standing, gone: readonly MadeParagraph[]): Iterable<Way> {
  for (const everywhere of [false, true]) {
    const way = new Removal(standing, gone, everywhere).way();
    if (way) yield way;
  }
}
