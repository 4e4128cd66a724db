import type { SectionKind } from '../plan/sections.ts';
import type { Scalar, Span } from '../schema/node.ts';
import type { TextRole } from '../schema/role.ts';
import { withBoldMarks } from '../text/bold.ts';
import { located } from '../text/paragraphs.ts';

/** What a text is, so that a rule asks for titles or bodies and never has to guess. */
export type PassageKind = 'documentTitle' | 'variable' | Exclude<TextRole, 'setting'>;

/** Stands for a variable in `prose`: some value that isn't known yet. */
export const variable = '\uFFFC';
/** Stands for what a rule must not look at. */
export const hidden = '\0';

/** What may be masked, so that a rule leaves quotations and the names of documents alone. */
const masks = {
  bookTitle: /《[^《》]*(?:《[^《》]*》[^《》]*)*》|〈[^〈〉]*〉/g,
  quote: /“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』/g,
  bracket: /（[^（）]*）|\([^()]*\)/g,
  documentNumber:
    /(?<=^|[^\p{Script=Han}]|[号號])\p{Script=Han}{0,40}[〔[［(（【﹝](?:19|20)?\d{0,20}[〕\]］)）】﹞](?:第?[\dxX×]*[号號])/gu,
};
export type Mask = keyof typeof masks;
/** Without these a mask hides nothing; most paragraphs have few of them. */
const openings: Record<Mask, RegExp> = {
  bookTitle: /[《〈]/,
  quote: /[“‘「『]/,
  bracket: /[（(]/,
  documentNumber: /[〔[［(（【﹝]/,
};

/** Web and mail addresses, paths, times, standard numbers and versions: marks in them are not punctuation. */
const codes =
  /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+,;@!]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]+)+|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|[A-Z]{2,20}(?:\/[A-Z]{1,20})?[ -]?\d{1,20}(?:[.:]\d{1,20}){0,20}(?:[-—]\d{4})?(?!\d{0,20}[\p{Script=Han}%％])/gu;
const variables = /\{\{[^{}]*\}\}/g;

/** One paragraph of a plan as it will be printed (wrapped lines joined), with its places in the file. */
export class Passage {
  readonly kind: PassageKind;
  /** As it was written. */
  readonly text: string;
  /** Of the same length as `text`; variables are U+FFFC, addresses and codes are hidden, bold marks too. */
  readonly prose: string;
  /** The names of the keys that lead here, `tasks/items/text`: stable when entries are added. */
  readonly path: string;
  readonly section: SectionKind | undefined;
  /** The whole value that the paragraph belongs to. */
  readonly scalar: Scalar;
  readonly #places: readonly number[];
  readonly #outside = new Map<string, string>();

  constructor(
    scalar: Scalar,
    { text, places }: { text: string; places: readonly number[] },
    { kind, path, section }: { kind: PassageKind; path: string; section: SectionKind | undefined },
  ) {
    this.scalar = scalar;
    this.kind = kind;
    this.path = path;
    this.section = section;
    this.text = text;
    this.#places = places;
    const open = withBoldMarks(
      text.replace(variables, (found) => variable.repeat(found.length)),
      hidden,
    );
    this.prose = /[A-Za-z:]/.test(open) ? open.replace(codes, (found) => hidden.repeat(found.length)) : open;
  }

  /** `prose` with quotations and the like hidden, marks around them included. */
  outside(...what: Mask[]): string {
    const name = what.join();
    let text = this.#outside.get(name);
    if (text === undefined) {
      text = what.reduce(
        (prose, mask) =>
          openings[mask].test(prose)
            ? prose.replace(masks[mask], (found) => hidden.repeat(found.length))
            : prose,
        this.prose,
      );
      this.#outside.set(name, text);
    }
    return text;
  }

  /** The place in the file of `text.slice(from, to)`. */
  readonly span = (from: number, to: number): Span => {
    const last = this.#place(Math.max(to - 1, 0));
    const end = this.scalar.at(last + (to > 0 ? 1 : 0), 'end');
    return to > from ? { start: this.scalar.at(this.#place(from)), end } : { start: end, end };
  };

  /** Where in `text` lines of the file begin that were joined with those above them. */
  get wraps(): number[] {
    const wraps = new Set(this.scalar.wraps);
    return this.#places.flatMap((place, index) => {
      const before = this.#places[index - 1];
      if (before === undefined || place < 0) return [];
      const isJoined =
        before < 0 || (place > before + 1 && this.scalar.text.slice(before, place).includes('\n'));
      return isJoined || wraps.has(place) ? [index] : [];
    });
  }

  #place(index: number): number {
    const place = this.#places[index];
    return place !== undefined && place >= 0 ? place : (this.#places[index + 1] ?? this.scalar.text.length);
  }
}

/** The paragraphs of a value. */
export function passages(
  scalar: Scalar,
  what: { kind: PassageKind; path: string; section: SectionKind | undefined },
): Passage[] {
  return located(scalar.text).map((paragraph) => new Passage(scalar, paragraph, what));
}
