import type { Entry, Item } from '../plan/item.ts';
import { below, type Level, levelsOf } from '../plan/levels.ts';
import type { Goal, Task } from '../plan/parts.ts';
import type { Plan, Section } from '../plan/plan.ts';
import type { Variables } from '../plan/variables.ts';
import { isScalar, type Scalar, type Span } from '../schema/node.ts';
import { type PlanDate, parseDate } from '../text/dates.ts';
import { largest, smallest } from '../text/long-lists.ts';
import { entriesOf, faceOf } from './entries.ts';
import { type Joint, jointsOf } from './joints.ts';
import type { Passage, PassageKind } from './passage.ts';
import { passagesOf } from './passages.ts';

/** A section, item or other entry of the outline. */
export interface Heading {
  /** From 1, as it will be numbered; 0 is a section without a title. */
  level: number;
  title?: Scalar;
  content: Item;
  /** Undefined for an entry that stands directly in an attachment. */
  section?: Section;
  children: Heading[];
}

interface Within {
  section: Section | undefined;
}

/** A plan under the eyes of the rules: each view of it is made once, when a rule first asks for it. */
export class Subject {
  readonly plan: Plan;
  readonly source: string;
  /** Last year's plan, where one is given to compare with. */
  readonly against: Subject | undefined;
  readonly #given: Variables;
  #passages?: Passage[];
  readonly #chosen = new Map<string, readonly Passage[]>();
  readonly #texts = new Map<string, string>();
  #characters?: ReadonlySet<string>;
  #headings?: Heading[];
  #allHeadings?: Heading[];
  #entries?: (Within & { entry: Entry })[];
  #goals?: (Within & { goal: Goal })[];
  #tasks?: (Within & { task: Task })[];
  #goalOf?: ReadonlyMap<Scalar, Goal>;
  #joints?: ReadonlyMap<string, readonly Joint[]>;

  constructor(plan: Plan, source: string, against?: Subject, given: Variables = {}) {
    this.plan = plan;
    this.source = source;
    this.against = against;
    this.#given = given;
  }

  /** Whether a variable has this name, in the plan or in what gives it values. */
  isVariable(name: string): boolean {
    return Object.hasOwn(this.plan.variables ?? {}, name) || Object.hasOwn(this.#given, name);
  }

  get passages(): readonly Passage[] {
    this.#passages ??= passagesOf(this.plan);
    return this.#passages;
  }

  /** Where a finding about the whole plan points: its title, else the first text of the file. */
  get face(): Span {
    return this.plan.title ?? faceOf(this.plan) ?? { start: 0, end: 1 };
  }

  /** The years that 年度 or else the title names: from the first to the last of them. */
  get statedYears(): { from: number; to: number } | undefined {
    const { year } = this.plan;
    const stated = year && /^(\d{4})(?:\D+(\d{4}))?/.exec(year.text.trim());
    const found = stated?.slice(1).flatMap((year) => year ?? []) ?? yearsIn(this.#filledTitle);
    return found.length > 0
      ? { from: smallest(found.map(Number)), to: largest(found.map(Number)) }
      : undefined;
  }

  /** The title with the variables of the plan itself filled in, as far as they are texts. */
  get #filledTitle(): string {
    const { title, variables = {} } = this.plan;
    return (title?.text ?? '').replaceAll(/\{\{\s*([^{}\s]+)\s*\}\}/g, (found, name: string) => {
      const value = variables[name];
      return value && isScalar(value) ? value.text : found;
    });
  }

  /** The paragraphs of some kinds; all of them where none are named. */
  passagesOf(kinds: readonly PassageKind[] | undefined): readonly Passage[] {
    if (kinds === undefined) return this.passages;
    const name = String(kinds);
    let chosen = this.#chosen.get(name);
    if (chosen === undefined) {
      chosen = this.passages.filter(({ kind }) => kinds.includes(kind));
      this.#chosen.set(name, chosen);
    }
    return chosen;
  }

  /** Every character that the paragraphs hold. */
  get characters(): ReadonlySet<string> {
    this.#characters ??= new Set(this.#textOf(undefined));
    return this.#characters;
  }

  /** Where variables are printed, by their names. */
  get joints(): ReadonlyMap<string, readonly Joint[]> {
    this.#joints ??= jointsOf(this.passages);
    return this.#joints;
  }

  /** Which of some words stand in the paragraphs of some kinds. Most are ruled out by a character that is nowhere. */
  present(words: readonly string[], kinds: readonly PassageKind[] | undefined): string[] {
    const likely = words.filter((word) => isOf(word, this.characters));
    if (likely.length === 0) return likely;
    const text = this.#textOf(kinds);
    return likely.filter((word) => text.includes(word));
  }

  #textOf(kinds: readonly PassageKind[] | undefined): string {
    const name = String(kinds);
    let text = this.#texts.get(name);
    if (text === undefined) {
      text = this.passagesOf(kinds)
        .map((passage) => passage.text)
        .join('\n');
      this.#texts.set(name, text);
    }
    return text;
  }

  /** The years that the plan is for: those it states, else the year of its date. */
  get years(): { from: number; to: number } | undefined {
    return this.statedYears ?? (this.date && { from: this.date.year, to: this.date.year });
  }

  get date(): PlanDate | undefined {
    return this.plan.date && parseDate(this.plan.date.text);
  }

  /** The outline: sections and below them every entry, whether it has a title or not. */
  get headings(): readonly Heading[] {
    this.#headings ??= headingsOf(this.plan);
    return this.#headings;
  }

  /** The same, one after another in the order of the document. */
  get allHeadings(): readonly Heading[] {
    const flat = (headings: readonly Heading[]): Heading[] =>
      headings.flatMap((each) => [each, ...flat(each.children)]);
    this.#allHeadings ??= flat(this.headings);
    return this.#allHeadings;
  }

  /** Every entry of the plan, however deep. */
  get entries(): readonly (Within & { entry: Entry })[] {
    this.#entries ??= this.plan.sections.flatMap((section) =>
      entriesOf(section).map((entry) => ({ entry, section })),
    );
    return this.#entries;
  }

  get goals(): readonly (Within & { goal: Goal })[] {
    this.#goals ??= this.entries.flatMap(({ entry, section }) =>
      entry.type === 'goal' ? [{ goal: entry, section }] : [],
    );
    return this.#goals;
  }

  /** The goal of which a text is the value. */
  goalOf(value: Scalar): Goal | undefined {
    this.#goalOf ??= new Map(
      this.goals.toReversed().flatMap(({ goal }) => (goal.value ? [[goal.value, goal] as const] : [])),
    );
    return this.#goalOf.get(value);
  }

  get tasks(): readonly (Within & { task: Task })[] {
    this.#tasks ??= this.entries.flatMap(({ entry, section }) =>
      entry.type === 'task' ? [{ task: entry, section }] : [],
    );
    return this.#tasks;
  }
}

/** 2026年, 2026—2028年, 2025—2026学年, 2025年总结和2026年要点; 2035年远景目标 is far ahead of the paper, 2019年以来 before it. */
function yearsIn(title: string): string[] {
  const named =
    /(?<!\d)(?:((?:19|20)\d{2})年?[-—–~～至]+)?((?:19|20)\d{2})[学學]?年(?!远景|遠景|以[来來前]|前|版)/g;
  return [...title.matchAll(named)].flatMap(([, first, last]) => [first, last].flatMap((year) => year ?? []));
}

function isOf(word: string, characters: ReadonlySet<string>): boolean {
  for (const character of word) if (!characters.has(character)) return false;
  return true;
}

function headingsOf(plan: Plan): Heading[] {
  const levels = levelsOf(plan);
  const heading = (content: Item, at: Level, section: Section): Heading => {
    const inner = below(content, at, levels);
    const children = (content.items ?? []).flatMap((entry) =>
      entry.type === 'item' ? [heading(entry, inner, section)] : [],
    );
    return { level: at.level, content, section, children, ...(content.title && { title: content.title }) };
  };
  return plan.sections.map((section) =>
    heading(section, { level: section.title ? 1 : 0, forms: [] }, section),
  );
}
