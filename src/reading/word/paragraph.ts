import type { Attributes } from '../../package/xml.ts';
import { append, insert } from '../../text/long-lists.ts';
import { blanks, Draft, numbered } from '../line.ts';
import type { PrintedBlock, PrintedBreak, PrintedLine, PrintedPicture } from '../printed.ts';
import { Boxes } from './boxes.ts';
import type { Native } from './numbers.ts';
import type { ParagraphSaid } from './said.ts';
import { Overdone } from './scope.ts';
import { most, type Story } from './story.ts';
import type { Face } from './styles.ts';

/** The look of what no run says. */
export const plain: Face = { bold: false, hidden: false };

/** What a paragraph is made of, in its order: lines, and page breaks and pictures between them. */
type Piece = Draft | PrintedPicture | PrintedBreak;

/** What becomes of words: those that aren't printed are told, and so are changes that are taken in. */
export type Fate = keyof typeof fates;

const fates = {
  删去: '修订里删去的字没有带入',
  加上: '修订里加上的字没有带入',
  接受: '修订里加上的字已经带入',
  恢复: '修订里删去的字已经带入',
  隐藏: '隐藏的字没有带入',
  域代码: '域代码里的字没有带入',
  注音: '注音没有带入',
  图形: '图形里的字没有带入',
};

export const isPrinted = (fate: Fate | undefined): boolean =>
  fate === undefined || fate === '接受' || fate === '恢复';

/** A paragraph while its runs come in; it becomes a block a line. */
export class Paragraph {
  said: ParagraphSaid = { mark: {} };
  readonly source: number;
  private readonly isContents: boolean;
  /** Text boxes that hang on it stand above it, footnotes below. */
  readonly boxes = new Boxes();
  readonly below: PrintedBlock[] = [];
  private readonly pieces: Piece[] = [];
  private readonly told = new Map<Fate, string>();
  private inContents = false;
  private readonly bookmarks = new Set<string>();
  /** Who changed something in it. */
  private readonly by = new Set<string>();
  readonly story: Story;

  constructor(story: Story) {
    this.story = story;
    if (++story.lines > most) throw new Overdone('有十万行以上');
    this.source = ++story.paragraph;
    this.isContents = story.contents > 0;
  }

  add(text: string, face: Face, fate?: Fate): void {
    if (text === '') return;
    this.story.told++;
    if (fate !== undefined) this.told.set(fate, (this.told.get(fate) ?? '') + text);
    if (!isPrinted(fate)) return;
    if (this.story.fields.isContents) this.inContents = true;
    for (const name of this.story.ranges.print(text, this.source)) this.bookmarks.add(name);
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.breakLine();
      if (line !== '') this.line().add(line, face);
    });
  }

  /** A bookmark or what a comment is about begins or ends here. */
  range(name: string, attributes: Attributes): void {
    const belongs = this.story.ranges.mark(name, attributes, this.source);
    if (belongs !== undefined) this.bookmarks.add(belongs);
  }

  changed(by: string): void {
    if (by !== '') this.by.add(by);
  }

  /** What the line ends in so far. */
  get ends(): string {
    const last = this.pieces.at(-1);
    return last instanceof Draft ? last.end : '';
  }

  private breakLine(): void {
    if (++this.story.lines > most) throw new Overdone('有十万行以上');
    this.pieces.push(new Draft());
  }

  private line(): Draft {
    const last = this.pieces.at(-1);
    if (last instanceof Draft) return last;
    const draft = new Draft();
    this.pieces.push(draft);
    return draft;
  }

  set(piece: PrintedPicture | PrintedBreak): void {
    this.story.told++;
    // What floats parts no line.
    if (piece.kind === 'picture' && piece.hangs) this.below.push(piece);
    else this.pieces.push(piece);
  }

  /** A footnote or an endnote stands below. */
  note(kind: string, id: string, fate: Fate | undefined): void {
    const lines = this.story.footnote(kind, id);
    if (isPrinted(fate)) for (const line of lines) this.below.push({ ...line, source: this.source });
    else for (const { text } of lines) this.add(text, plain, fate);
  }

  /** Takes in the one before, whose mark isn't printed. */
  join(other: Paragraph): void {
    const [last, first] = [other.pieces.at(-1), this.pieces[0]];
    if (last instanceof Draft && first instanceof Draft) {
      last.join(first);
      this.pieces.shift();
    }
    insert(this.pieces, 0, other.pieces);
    this.boxes.join(other.boxes);
    insert(this.below, 0, other.below);
    for (const name of other.bookmarks) this.bookmarks.add(name);
    for (const by of other.by) this.by.add(by);
    this.changed(other.said.mark.by ?? '');
    if (!other.isEmpty && this.said.list === undefined && !other.said.mark.deleted)
      this.said = { ...other.said, mark: this.said.mark };
  }

  /** Notes of all that became of its words. */
  tell(): void {
    for (const [fate, text] of this.told)
      if (text.trim() !== '')
        this.story.notes.push({
          source: this.source,
          what: isPrinted(fate) ? 'changed' : 'left out',
          message: fates[fate],
          text,
        });
  }

  get isEmpty(): boolean {
    return this.pieces.length === 0 && this.boxes.blocks.length === 0 && this.below.length === 0;
  }

  blocks(): PrintedBlock[] {
    const { said, story, source } = this;
    const native = story.numbers.next(said);
    const printed = this.boxes.blocks;
    if (said.newPage) printed.push({ kind: 'break', source, of: 'page' });
    const first = this.pieces.findIndex((piece) => piece instanceof Draft && piece.text.trim() !== '');
    if (first < 0 && native) this.pieces.unshift(new Draft());
    this.pieces.forEach((piece, index) => {
      if (!(piece instanceof Draft)) printed.push(piece);
      else if (piece.text.trim() !== '' || (native && first < 0))
        printed.push(
          index <= Math.max(first, 0)
            ? this.printed(piece, native, false)
            : this.printed(piece, undefined, true),
        );
    });
    append(printed, this.below);
    if (said.section) printed.push({ kind: 'break', source, of: 'section' });
    return printed;
  }

  private printed(draft: Draft, native: Native | undefined, isBehind: boolean): PrintedLine {
    const { said, story, source } = this;
    const typed = draft.text.trim();
    const lead = draft.text.length - draft.text.trimStart().length;
    const front = native ? numbered(native.number, native.follows === 'nothing' ? '' : typed) : '';
    const text = front + typed;
    const { size } = draft;
    const marked = draft.marked(front);
    const indent = this.indent(size ?? 10.5) + blanks(draft.text.slice(0, lead));
    const align = story.styles.paragraph(said, 'align');
    const style = said.style === undefined ? undefined : story.styles.name(said.style);
    const heading = story.styles.heading(said.style);
    const outline = story.styles.paragraph(said, 'outline');
    const isContents = this.isContents || /^(?:toc|目录)\s*\d|^toc heading$/i.test(style ?? '');
    const within = isContents || this.inContents ? 'toc' : story.within;
    this.changed(said.mark.by ?? '');
    const line: PrintedLine = {
      kind: 'line',
      text,
      source,
      ...(native && { native: { number: native.number, list: native.list, level: native.level } }),
      ...(align && { align }),
      ...(indent !== 0 && { indent: Math.round(indent * 10) / 10 }),
      ...(style && { style }),
      ...(heading && { heading }),
      ...(outline !== undefined && outline < 9 && { outline: outline + 1 }),
      ...(marked.length > 0 && { marked }),
      ...(size && { size }),
      ...(isBehind && lead === 0 && { soft: true }),
      ...(within && { within }),
      ...(this.bookmarks.size > 0 && { bookmarks: [...this.bookmarks] }),
      ...(this.by.size > 0 && { by: [...this.by] }),
    };
    if (this.inContents && !isContents) story.listed.push(line);
    return line;
  }

  /** In characters: an indent that is said in characters holds before one in twentieths of a point. */
  private indent(size: number): number {
    const of = (name: 'left' | 'leftChars' | 'first' | 'firstChars') =>
      this.story.styles.paragraph(this.said, name) ?? 0;
    const width = size * 20;
    return (of('leftChars') / 100 || of('left') / width) + (of('firstChars') / 100 || of('first') / width);
  }
}
