import { Parser } from 'htmlparser2';
import { withFurniture } from '../furniture.ts';
import { Draft } from '../line.ts';
import type { Printed, PrintedBlock, PrintedLine, ReadingNote } from '../printed.ts';
import { UnreadableFile } from '../unreadable.ts';
import { collapsed, printedLine } from './lines.ts';
import { type Attributes, type List, list, numberOf } from './lists.ts';
import { isBlock, type Look, type Lost, looked } from './look.ts';
import { pictureIn } from './picture.ts';
import { Table } from './table.ts';

/** Old pages forget to close some elements in each paragraph; a page that forgets more is a trap. */
const deepest = 4000;

/** An element that is open. */
interface Frame {
  name: string;
  look: Look;
  table?: Table;
  /** Where blocks went before it. */
  outer?: PrintedBlock[];
}

/** A web page, or a piece of one that was copied, as a browser shows it. */
export function printedHtml(html: string): Printed {
  const reader = new Reader(
    html.replace(/^(?:Version|StartHTML|EndHTML|StartFragment|EndFragment|SourceURL):.*\r?\n/gm, ''),
  );
  return reader.printed();
}

class Reader {
  private readonly html: string;
  private readonly frames: Frame[] = [{ name: '', look: { bold: false, isKept: false } }];
  private readonly notes: ReadingNote[] = [];
  private readonly lost = new Map<Lost, { source: number; text: string }>();
  private blocks: PrintedBlock[] = [];
  /** Entries of lists that lead somewhere else, as those of a menu do. */
  private readonly links = new Set<PrintedBlock>();
  private draft = new Draft();
  /** How the line looks that is being read. */
  private look: Look = { bold: false, isKept: false };
  private number: NonNullable<PrintedLine['native']> | undefined;
  /** Lists and tables that are open, the innermost last. */
  private readonly lists: List[] = [];
  private readonly tables: Table[] = [];
  private counts = { lists: 0, pictures: 0 };
  private line = 1;
  private lineEnd: number;
  private begun = 1;
  /** A break was typed behind the last line of the paragraph. */
  private isSoft = false;

  constructor(html: string) {
    this.html = html;
    this.lineEnd = lineEnd(html, 0);
  }

  printed(): Printed {
    const parser: Parser = new Parser(
      {
        onopentag: (name, attributes) => {
          this.moveTo(parser.startIndex);
          this.open(name, attributes);
        },
        ontext: (text) => {
          this.moveTo(parser.startIndex);
          this.text(text);
        },
        onclosetag: (name) => this.close(name),
      },
      { decodeEntities: true },
    );
    parser.end(this.html);
    this.flush();
    for (const [what, { source, text }] of this.lost)
      if (what !== '脚本和样式' && text.trim() !== '' && !(what === '网页标题' && this.says(text)))
        this.notes.push({ source, what: 'left out', message: `${what}没有带入`, text: text.trim() });
    return { blocks: withFurniture(this.blocks, this.links), notes: this.notes };
  }

  /** Whether a title of the page stands in its text too, on however many lines. */
  private says(title: string): boolean {
    const lines = this.blocks.flatMap((block) => (block.kind === 'line' ? block.text : []));
    return lines.join('').replace(/\s/g, '').includes(title.replace(/\s/g, ''));
  }

  private moveTo(place: number): void {
    for (; this.lineEnd < place; this.lineEnd = lineEnd(this.html, this.lineEnd + 1)) this.line++;
  }

  private get top(): Frame {
    return this.frames.at(-1) as Frame;
  }

  private open(name: string, attributes: Attributes): void {
    if (this.frames.length > deepest) throw new UnreadableFile('一层套一层，套了几千层，不像是公文的网页');
    const frame: Frame = { name, look: looked(this.top.look, name, attributes) };
    if (isBlock(name)) this.begin();
    this.frames.push(frame);
    if (frame.look.lost) return;
    switch (name) {
      case 'br':
        this.flush();
        this.isSoft = true;
        break;
      case 'ol':
      case 'ul':
      case 'menu':
        this.lists.push(list(++this.counts.lists, name, attributes));
        break;
      case 'li':
        this.item(attributes);
        break;
      case 'table':
        frame.table = new Table(this.line);
        frame.outer = this.blocks;
        this.tables.push(frame.table);
        break;
      case 'tr':
        this.tables.at(-1)?.row();
        break;
      case 'td':
      case 'th': {
        const cell = this.tables.at(-1)?.cell(attributes);
        if (!cell) break;
        frame.outer = this.blocks;
        this.blocks = cell;
        break;
      }
      case 'img':
        this.picture(attributes);
    }
  }

  private close(name: string): void {
    const frame = this.top;
    if (frame.name !== name || this.frames.length === 1) return;
    if (isBlock(name)) this.begin();
    this.frames.pop();
    if (frame.outer) this.blocks = frame.outer;
    if (frame.look.lost) return;
    if (/^(?:ol|ul|menu)$/.test(name)) this.lists.pop();
    if (!frame.table) return;
    this.tables.pop();
    this.tables.at(-1)?.nest();
    for (const block of frame.table.printed()) this.blocks.push(block);
  }

  private item(attributes: Attributes): void {
    const last = this.lists.at(-1);
    if (!last) return;
    const number = numberOf(last, attributes, this.lists.length - 1);
    if (number !== '') this.number = { number, list: String(last.id), level: this.lists.length - 1 };
  }

  private text(text: string): void {
    const { look, name } = this.top;
    if (look.lost) {
      const told = this.lost.get(look.lost) ?? { source: this.line, text: '' };
      this.lost.set(look.lost, { ...told, text: told.text + text });
      return;
    }
    if (look.isKept) {
      for (const [index, each] of text.split(/\r?\n/).entries()) {
        if (index > 0) this.flush();
        this.add(each, look);
      }
      return;
    }
    const plain = collapsed(text, this.draft.end);
    const isSquare = name === 'sup' && /^[23]$/.test(plain) && /[mM米]$/.test(this.draft.end);
    this.add(isSquare ? (plain === '2' ? '²' : '³') : plain, look);
  }

  private add(text: string, look: Look): void {
    if (text === '') return;
    if (this.draft.end === '') this.begun = this.line;
    if (this.draft.isBlank) this.look = look;
    this.draft.add(text, look);
  }

  /** A paragraph ends, and another one may begin. */
  private begin(): void {
    this.flush();
    this.isSoft = false;
  }

  private flush(): void {
    const { draft, number, look } = this;
    if (draft.end !== '') this.draft = new Draft();
    if (draft.isBlank) return;
    this.number = undefined;
    const soft = this.isSoft && /^\S/.test(draft.text);
    // The indent of a paragraph is that of its first line.
    const own = this.isSoft ? { ...look, indent: 0 } : look;
    const line: PrintedLine = { ...printedLine(draft, own, number, this.begun), ...(soft && { soft }) };
    this.blocks.push(line);
    if (number && draft.isLink) this.links.add(line);
    this.isSoft = false;
  }

  /** Pictures in the page itself are read, others told. */
  private picture(attributes: Attributes): void {
    const picture = pictureIn(attributes, this.counts.pictures + 1, this.line);
    if (picture) {
      this.counts.pictures++;
      this.blocks.push(picture);
      return;
    }
    const { src = '', alt = '' } = attributes;
    const text = alt || src.slice(0, 200);
    this.notes.push({ source: this.line, what: 'left out', message: '图片没有带入', text });
  }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
