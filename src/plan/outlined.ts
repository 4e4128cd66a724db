import type { NumberForm } from '../document/number.ts';
import type { Block } from '../outline/blocks.ts';
import {
  type Counting,
  count,
  isNumbered,
  type Outline,
  type Place as OutlinePlace,
} from '../outline/outline.ts';
import type { Scalar } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import type { Entry, Item } from './item.ts';
import { below, type Level, levelsOf } from './levels.ts';
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
type Holder = Pick<Item, 'text' | 'lead' | 'closing' | 'tables' | 'items' | 'tasks' | 'steps' | 'numbering'>;

const top: Level = { level: 0, forms: [] };

class Outlining {
  readonly #report: Report;
  readonly #levels: readonly (NumberForm | null)[];
  readonly #counting: Counting;
  /** The texts that were read. */
  readonly #done = new Set<Scalar>();

  constructor(plan: Plan, report: Report) {
    this.#report = report;
    const levels = levelsOf(plan);
    this.#levels = levels;
    let forms: Counting['forms'] | undefined;
    this.#counting = {
      // Asked for where a number is typed, which few plans have.
      get forms() {
        forms ??= typedForms(levels);
        return forms;
      },
      continuous: new Set(plan.numbering?.continuous),
      counts: [],
    };
  }

  plan(plan: Plan): Plan {
    const { coverNotice, attachments, preamble } = plan;
    const notice = coverNotice?.body && { ...coverNotice, body: this.#holder(coverNotice.body, top) };
    this.#counting.counts = [];
    // A plan of nothing but 导语 has its 正文 there.
    const [opening, ...behind] = preamble && plan.sections.length === 0 ? this.#parted(preamble) : [];
    const isLead = opening?.text && Object.keys(opening).length === 1;
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
    const long = this.#long(text);
    // These stand in the middle of a paragraph, and points have numbers of the engine's.
    const numbered = path.endsWith('enumeration/text') ? long.blocks.slice(1) : long.blocks;
    const first = /(?:^|\/)(?:goals|basis)\/text$/.test(path) ? undefined : numbered.find(isNumbered);
    if (role === 'body') {
      if (first) long.refuse({ at: first, why: 'place' });
      long.leaveRows(long.blocks);
    }
    return long.blocks.length > 1 ? long.text(long.blocks) : text;
  }

  #long(text: Scalar): LongText {
    return new LongText(text, this.#levels, this.#report);
  }

  #attachment<T extends Item>(attachment: T): T {
    this.#counting.counts = [];
    return this.#holder(attachment, top);
  }

  #section(section: Section): Section[] {
    if (section.title) count(this.#counting, 1);
    const alone = Object.keys(section).length === 1 ? section.text : undefined;
    return alone
      ? this.#parted(alone)
      : [this.#holder(section, section.title ? { level: 1, forms: [] } : top)];
  }

  /** A text that stands for the whole 正文, or for a part of it without a title. */
  #parted(text: Scalar): Section[] {
    if (!isLong(text)) return [{ text }];
    const long = this.#long(text);
    const outline = this.#outline(long, long.blocks, { above: 0, asked: [] });
    const sections: Section[] = long.chunks(outline.lead).map((blocks) => long.content(blocks));
    if (outline.skips) sections.push(long.content([], outline));
    else for (const part of outline.parts) this.#add(sections, part.titled, long.entry(part));
    this.#keep(long);
    return sections;
  }

  /** A part is a section of its own; those without a title are the entries of one without a title. */
  #add(sections: Section[], titled: boolean, entry: Entry & { type: 'item' }): void {
    const { type: _, ...item } = entry;
    const last = sections.at(-1);
    if (titled) sections.push(asSection(item));
    else if (last?.items && !last.title) last.items.push(entry);
    else sections.push({ items: [entry] });
  }

  /** Something at a place, with its text and everything in it read; its first `own` paragraphs have its own number. */
  #holder<T extends Holder>(holder: T, at: Level, own = 0): T {
    const { items, steps, tasks } = holder;
    const read = items ? holder : this.#read(holder, at, own);
    const inner = below(holder, at, this.#levels);
    const entries = items?.flatMap((entry) => this.#entry(entry, inner));
    for (const _ of tasks ?? []) count(this.#counting, inner.level);
    const staged = steps?.map((step) => {
      count(this.#counting, inner.level);
      return this.#holder(step, inner);
    });
    return { ...read, ...(entries && { items: entries }), ...(staged && { steps: staged }) };
  }

  #entry(entry: Entry, at: Level): Entry[] {
    const alone = entry.type === 'item' && Object.keys(entry).length === 2 ? entry.text : undefined;
    const parted = alone && this.#siblings(alone, at);
    if (parted) return parted;
    count(this.#counting, at.level);
    if (entry.type === 'item') return [this.#holder(entry, at, entry.title ? 0 : 1)];
    return [entry.type === 'step' ? this.#holder(entry, at) : entry];
  }

  /** `- |` with several numbers of its own level, each of which is an entry. */
  #siblings(text: Scalar, { level, forms }: Level): Entry[] | undefined {
    if (!isLong(text)) return undefined;
    const long = this.#long(text);
    const [first] = long.blocks;
    if (!first || !isNumbered(first)) return undefined;
    const asked = [this.#counting.forms[level - 1], ...typedForms(forms)];
    const place = { above: level - 1, asked, fixed: true };
    const before = [...this.#counting.counts];
    const quiet = long.outline(long.blocks, place, this.#counting, () => {});
    this.#counting.counts = before;
    if (quiet.parts.length === 0 || quiet.lead.length > 0) return undefined;
    const entries = this.#outline(long, long.blocks, place).parts.map((part) => long.entry(part));
    this.#keep(long);
    return entries;
  }

  /** A holder whose text was parted. */
  #read<T extends Holder>(holder: T, at: Level, own: number): T {
    const key = holder.text ? 'text' : 'lead';
    const text = holder[key];
    if (!text || !isLong(text)) return holder;
    const long = this.#long(text);
    const isStep = 'phase' in holder;
    const isAsked =
      holder.numbering !== undefined || holder.tasks !== undefined || holder.steps !== undefined;
    const outline = this.#outline(long, long.blocks.slice(own), {
      above: at.level,
      asked: typedForms(holder.numbering ?? at.forms),
      fixed: isStep || isAsked,
    });
    const { [key]: _, ...rest } = holder;
    const tables = key === 'text' && !isStep && !holder.tables && !holder.closing;
    const blocks = [...long.blocks.slice(0, own), ...outline.lead];
    const { text: words, ...parts } = long.content(blocks, outline, { tables });
    this.#keep(long);
    return { ...rest, ...(words && { [key]: words }), ...parts } as T;
  }

  #outline(long: LongText, blocks: Block[], place: OutlinePlace): Outline {
    const outline = long.outline(blocks, place, this.#counting);
    long.announce(outline);
    return outline;
  }

  #keep(long: LongText): void {
    for (const text of long.made) this.#done.add(text);
  }
}
