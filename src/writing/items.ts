import { fields, step } from '../plan/item.ts';
import { leaders } from '../plan/leaders.ts';
import { goal, source, task } from '../plan/parts.ts';
import type { PrintedLine, PrintedPicture } from '../reading/printed.ts';
import { cut } from '../reading/rewritten.ts';
import type { Content, Heading } from '../structure/part.ts';
import { append } from '../text/long-lists.ts';
import { type Chunk, chunkFields, chunksOf } from './content.ts';
import { titleParties } from './fields.ts';
import { type Forms, isTitled } from './forms.ts';
import { isSign } from './groups.ts';
import { fieldsOfTopic, ofTopic, type Topic, topicOf } from './topic.ts';
import { type List, list, type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** Writes headings as the entries of a plan. */
export class Items {
  /** Pictures that stand elsewhere than in the source. */
  readonly moved: PrintedPicture[] = [];
  readonly #forms: Forms;
  /** What to say in front of a heading that is doubtful. */
  readonly #doubts: ReadonlyMap<Heading, readonly string[]>;

  constructor(forms: Forms, doubts: ReadonlyMap<Heading, readonly string[]>) {
    this.#forms = forms;
    this.#doubts = doubts;
  }

  /** The entries of a list; those that have no number of the engine's are among the lines of `content`. */
  list(headings: readonly Heading[], topic?: Topic): List {
    return {
      kind: 'list',
      items: headings.map((each) => ({ value: ofTopic(this.item(each), topic), ...this.comments(each) })),
    };
  }

  comments(heading: Heading): { comments?: readonly string[] } {
    const comments = this.#doubts.get(heading);
    return comments ? { comments } : {};
  }

  item(heading: Heading): Value {
    const title = this.titleOf(heading);
    const parts = this.parts(heading);
    return title === undefined ? untitled(parts) : this.entry(title, parts);
  }

  /** A title with its fields, as short as it may be. */
  entry(title: string, parts: Entries): Value {
    const [only, ...more] = parts;
    if (only === undefined) return map([{ key: '标题', value: title }]);
    const value = more.length === 0 && (only.key === '内容' || only.key === '条目') ? only.value : undefined;
    if (value !== undefined && isFreeTitle(title) && !isMisread(value)) return map([{ key: title, value }]);
    return map([{ key: '标题', value: title }, ...parts]);
  }

  /** What is printed as the title; undefined for an item of plain text. */
  titleOf(heading: Heading): string | undefined {
    const { title, mark, opens, numeral } = heading;
    if (title === undefined || !isTitled(heading, this.#forms)) return undefined;
    const words = (this.#isSpelled(heading) ? numberOf(heading) : '') + title;
    const isClosed = opens !== undefined && mark === '。';
    return words + (isClosed || (numeral.text === '' && opens !== undefined && mark === '。') ? '' : mark);
  }

  /** Its number isn't the engine's: ——, ✅ and the like are none at all. */
  #isSpelled(heading: Heading): boolean {
    return this.#forms.spelled.has(heading) || isSign(heading.numeral.text);
  }

  /** What stands below a heading, in pieces that fit into items. */
  chunks(content: readonly Content[]): Chunk[] {
    const chunks = chunksOf(content, this.#forms.taskTable);
    for (const { moved } of chunks) append(this.moved, moved);
    return chunks;
  }

  /** The fields of a heading beside its title. */
  parts(heading: Heading): Entries {
    const chunks = this.chunks(this.contentOf(heading));
    const { entries, numbering } = this.below(heading.below, heading.title);
    const hasBelow = entries.items.length > 0;
    const first = this.merged(chunks, hasBelow);
    const fields = [
      ...(hasBelow ? numberingEntry(numbering(this.#forms.levelOf.get(heading) ?? 0)) : []),
      ...chunkFields(first, !hasBelow, this.#forms.apart),
      ...(hasBelow ? [{ key: '条目', value: entries }] : []),
      ...(this.titleOf(heading) === undefined ? [] : titleParties(heading)),
    ];
    return fieldsOfTopic(fields, topicOf(heading.title ?? ''));
  }

  /**
   * One item holds a text, tables, pictures and a text behind them; what doesn't fit is lines of text, and pictures of it
   * stand behind all that is listed.
   */
  merged(chunks: readonly Chunk[], hasBelow: boolean): Chunk {
    const [first, ...more] = chunks as [Chunk, ...Chunk[]];
    const isSplit = hasBelow && first.tables.length > 0;
    const lines = [...(isSplit ? first.lines : []), ...more.flatMap((each) => each.lines)];
    const pictures = chunks.flatMap((each) => each.pictures);
    const late = (hasBelow ? pictures : more.flatMap((each) => each.pictures)).map(({ picture }) => picture);
    const moved = [...new Set([...chunks.flatMap((each) => each.moved), ...late])];
    const unknown = late.filter((each) => !this.moved.includes(each));
    append(this.moved, unknown);
    if (isSplit) return { text: lines, tables: [], pictures, moved, closing: [], lines };
    // Words that follow a picture stand in front of the list, since the picture does not.
    if (hasBelow)
      return { ...first, text: [...first.text, ...first.closing, ...lines], pictures, moved, closing: [] };
    return { ...first, pictures, moved, closing: [...first.closing, ...lines] };
  }

  /** What an attachment or a notice contains: its text, its entries, and the lines behind these. */
  whole(
    content: readonly Content[],
    headings: readonly Heading[],
    behind: readonly PrintedLine[] = [],
  ): Entries {
    const { entries, numbering } = this.below(headings);
    const hasBelow = entries.items.length > 0;
    const text = [...content, ...this.literal(headings), ...(hasBelow ? [] : behind)];
    const closing = behind.map((each) => each.text).join('\n\n');
    return [
      ...(hasBelow ? numberingEntry(numbering(0)) : []),
      ...chunkFields(this.merged(this.chunks(text), hasBelow), false),
      ...(hasBelow ? [{ key: '条目', value: entries }] : []),
      ...(hasBelow && closing !== '' ? [{ key: '结语', value: closing }] : []),
    ];
  }

  /** The headings below that have numbers of the engine's, and the form to ask for where it isn't that of the next level. */
  below(
    headings: readonly Heading[],
    title?: string,
  ): { entries: List; numbering: (above: number) => string | undefined } {
    const made = headings.filter((each) => !this.#forms.literal.has(each));
    const level = made[0] ? (this.#forms.levelOf.get(made[0]) ?? 1) : 1;
    return {
      entries: this.list(made, topicOf(title ?? '')),
      numbering: (above) => (level === above + 1 ? undefined : this.#forms.levels[level - 1]),
    };
  }

  /** The form of the numbers of some headings: parts without titles count at the first level unless they ask for it. */
  formOf(headings: readonly Heading[]): string | undefined {
    const first = headings.find((each) => !this.#forms.literal.has(each));
    return first && this.#forms.levels[(this.#forms.levelOf.get(first) ?? 1) - 1];
  }

  /** Whether some headings can be those of a part without a title: the first level of their form has to be theirs. */
  mayOpen(headings: readonly Heading[]): boolean {
    const first = headings.find((each) => !this.#forms.literal.has(each));
    const level = first ? this.#forms.levelOf.get(first) : undefined;
    return level === undefined || this.#forms.levels.indexOf(this.formOf(headings) ?? '') === level - 1;
  }

  /** The words behind the title, what stands below, and headings that are text here, in their order. */
  contentOf(heading: Heading): Content[] {
    const { line, numeral, opens, content } = heading;
    const title = this.titleOf(heading);
    const own = title === undefined ? (this.#isSpelled(heading) ? 0 : numeral.to) : opens;
    const first =
      own === undefined || own >= line.text.length ? [] : [withoutBold(cut(line, own), title === undefined)];
    return [...first, ...content, ...this.literal(heading.below)];
  }

  literal(headings: readonly Heading[]): Content[] {
    return headings
      .filter((each) => this.#forms.literal.has(each))
      .flatMap((each) => [each.line, ...each.content, ...this.literal(each.below)]);
  }
}

/** The face of a number and its title isn't that of the words behind them. */
function withoutBold(line: PrintedLine, whole: boolean): PrintedLine {
  if (whole || !line.marked) return line;
  const { marked: _, ...rest } = line;
  return rest;
}

function numberOf({ line, numeral }: Heading): string {
  return line.text.slice(0, numeral.to);
}

export function numberingEntry(form: string | undefined): Entries {
  return form === undefined ? [] : [{ key: '编号', value: list([form], true) }];
}

function untitled(parts: Entries): Value {
  const [only, ...more] = parts;
  if (only?.key === '内容' && more.length === 0 && typeof only.value === 'string' && !isMisread(only.value))
    return only.value;
  return map(parts);
}

/** The keys of entries, by which no title is called. */
export const known = [fields, goal, task, source, step, leaders].map(({ names }) => names);

/** Keys that mean something where a title would stand. */
function isFreeTitle(title: string): boolean {
  return known.every((names) => names.find(title) === undefined) && !/[\n]/.test(title) && !own.test(title);
}

const own = /(?:单位|处室|科室|股室|部门|站所|责任人|负责人|领导)$/;

/** A text as the whole content of something: 标题：甲 at its beginning would be taken for a key with a full-width colon. */
export function contentValue(text: string): Value {
  return isMisread(text) ? map([{ key: '内容', value: text }]) : text;
}

/** 标题：甲 at the beginning of a line is taken for a key with a full-width colon. */
export function isMisread(value: Value): boolean {
  if (typeof value !== 'string') return false;
  return value.split('\n').some((line) => {
    const key = /^([^：:\s]{1,8})[：:]/.exec(line)?.[1];
    return key !== undefined && known.some((names) => names.find(key) !== undefined);
  });
}
