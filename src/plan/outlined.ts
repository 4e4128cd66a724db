import { type Counting, count, isNumbered, type Outline } from '../outline/outline.ts';
import type { Scalar } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import type { Entry, Item } from './item.ts';
import { isLong, LongText } from './long-text.ts';
import { typedForms } from './numbering.ts';
import { asSection, type Plan, type Section } from './plan.ts';
import { type Place, withTexts } from './texts.ts';

/**
 * A plan whose long texts were read: what was pasted with numbers becomes headings and items where the engine will print
 * the same numbers, rows become tables, and every line that looks like the beginning of a paragraph is one.
 */
export function outlined(plan: Plan, report: Report): Plan {
  const outlining = new Outlining(plan, report);
  return withTexts(outlining.plan(plan), (text, place) => outlining.separated(text, place));
}

/** What an item, a step and a section have in common. */
type Holder = Pick<Item, 'text' | 'lead' | 'closing' | 'tables' | 'items' | 'tasks' | 'steps'>;

class Outlining {
  readonly #report: Report;
  readonly #counting: Counting;
  /** The texts that were read. */
  readonly #done = new Set<Scalar>();

  constructor({ numbering }: Plan, report: Report) {
    this.#report = report;
    this.#counting = {
      forms: typedForms(numbering?.levels),
      continuous: new Set(numbering?.continuous),
      counts: [],
    };
  }

  plan(plan: Plan): Plan {
    const { coverNotice, attachments, preamble } = plan;
    const notice = coverNotice?.body && { ...coverNotice, body: this.#holder(coverNotice.body, 0) };
    this.#counting.counts = [];
    // A plan of nothing but 导语 has its 正文 there.
    const [opening, ...behind] = preamble && plan.sections.length === 0 ? this.#parted(preamble) : [];
    const isLead = opening?.text && !opening.title && !opening.tables;
    const lead = isLead ? opening.text : opening ? undefined : preamble;
    const sections = plan.sections.flatMap((section) => this.#section(section));
    const read: Plan = {
      ...plan,
      ...(lead && { preamble: lead }),
      sections: opening && !isLead ? [opening, ...behind] : [...behind, ...sections],
      ...(notice && { coverNotice: notice }),
      ...(attachments && { attachments: attachments.map((each) => this.#attachment(each)) }),
    };
    if (!lead) delete read.preamble;
    return read;
  }

  /** A text that isn't parted: its paragraphs, and what is told of numbers and rows in it. */
  separated(text: Scalar, { role, path }: Place): Scalar {
    if ((role !== 'body' && role !== 'cell') || this.#done.has(text) || !isLong(text)) return text;
    const long = new LongText(text, this.#report);
    // These stand in the middle of a paragraph, and points have numbers of the engine's.
    const numbered = path.endsWith('enumeration/text') ? long.blocks.slice(1) : long.blocks;
    const first = /(?:^|\/)(?:goals|basis)\/text$/.test(path) ? undefined : numbered.find(isNumbered);
    if (role === 'body') {
      if (first) long.refuse({ at: first, why: 'place' });
      long.leaveRows(long.blocks);
    }
    return long.blocks.length > 1 ? long.text(long.blocks) : text;
  }

  #attachment(attachment: Item): Item {
    this.#counting.counts = [];
    return this.#holder(attachment, 0);
  }

  #section(section: Section): Section[] {
    if (section.title) count(this.#counting, 1);
    const alone = Object.keys(section).length === 1 ? section.text : undefined;
    return alone ? this.#parted(alone) : [this.#holder(section, section.title ? 1 : 0)];
  }

  /** A text that stands for the whole 正文, or for a part of it without a title. */
  #parted(text: Scalar): Section[] {
    if (!isLong(text)) return [{ text }];
    const long = new LongText(text, this.#report);
    const outline = this.#outline(long, 1);
    const sections: Section[] = long.chunks(outline.lead).map((blocks) => long.content(blocks));
    for (const part of outline.parts) {
      const { type: _, ...item } = long.entry(part);
      const last = sections.at(-1);
      if (part.titled) sections.push(asSection(item));
      else if (last?.items && !last.title) last.items.push({ type: 'item', ...item });
      else sections.push({ items: [{ type: 'item', ...item }] });
    }
    this.#keep(long);
    return sections;
  }

  /** Something at a level, with its text and everything in it read. */
  #holder<T extends Holder>(holder: T, level: number, own = 0): T {
    const { items, steps, tasks } = holder;
    const read = items ? holder : this.#read(holder, level, own);
    const below = level + 1;
    const entries = items?.flatMap((entry) => this.#entry(entry, below));
    for (const _ of tasks ?? []) count(this.#counting, below);
    const staged = steps?.map((step) => {
      count(this.#counting, below);
      return this.#holder(step, below);
    });
    return { ...read, ...(entries && { items: entries }), ...(staged && { steps: staged }) };
  }

  #entry(entry: Entry, level: number): Entry[] {
    const siblings = entry.type === 'item' && !entry.title && entry.text && Object.keys(entry).length === 2;
    const parted = siblings && this.#siblings(entry.text as Scalar, level);
    if (parted) return parted;
    count(this.#counting, level);
    if (entry.type === 'item') return [this.#holder(entry, level, entry.title ? 0 : 1)];
    return [entry.type === 'step' ? this.#holder(entry, level) : entry];
  }

  /** `- |` with several numbers of its own level, each of which is an entry. */
  #siblings(text: Scalar, level: number): Entry[] | undefined {
    if (!isLong(text)) return undefined;
    const long = new LongText(text, this.#report);
    const [first] = long.blocks;
    if (!first || !isNumbered(first)) return undefined;
    const before = [...this.#counting.counts];
    const quiet = long.outline(long.blocks, level, this.#counting, () => {});
    this.#counting.counts = before;
    if (quiet.parts.length === 0 || quiet.lead.length > 0) return undefined;
    const outline = this.#outline(long, level);
    const entries = outline.parts.map((part) => long.entry(part));
    this.#keep(long);
    return entries;
  }

  /** A holder whose text was parted; its first `own` paragraphs are what it is numbered by. */
  #read<T extends Holder>(holder: T, level: number, own: number): T {
    const key = holder.text ? 'text' : 'lead';
    const text = holder[key];
    if (!text || !isLong(text)) return holder;
    const long = new LongText(text, this.#report);
    const outline = this.#outline(long, level + 1, own);
    const items = outline.parts.map((part) => long.entry(part));
    const { [key]: _, ...rest } = holder;
    const free = key === 'text' && !('phase' in holder) && !holder.tables && !holder.closing;
    const { text: words, ...parts } = long.content([...long.blocks.slice(0, own), ...outline.lead], items, {
      tables: free,
    });
    this.#keep(long);
    return { ...rest, ...(words && { [key]: words }), ...parts } as T;
  }

  #outline(long: LongText, level: number, own = 0): Outline {
    const outline = long.outline(long.blocks.slice(own), level, this.#counting);
    long.announce(outline);
    return outline;
  }

  #keep(long: LongText): void {
    for (const text of long.made) this.#done.add(text);
  }
}
